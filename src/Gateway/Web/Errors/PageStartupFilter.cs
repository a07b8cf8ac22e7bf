using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;

namespace MemoCoach.Gateway.Web.Errors;

/// <summary>
/// Stands around the whole application, authentication included, and gives pages their language and every bare error
/// status its page.
/// </summary>
internal sealed class PageStartupFilter : IStartupFilter
{
    public static string[] Languages { get; } = ["en", "es"];

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.UseWhen(
            context => !context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase),
            pages => pages.UseRequestLocalization(options =>
                options.SetDefaultCulture(Languages[0]).AddSupportedCultures(Languages).AddSupportedUICultures(Languages)));
        app.UseStatusCodePages(ShowAsync);
        next(app);
    };

    /// <summary>Runs the request again for the error's page, as a GET: the page has nothing to do with what was sent.</summary>
    private static async Task ShowAsync(StatusCodeContext status)
    {
        var context = status.HttpContext;
        var request = context.Request;
        if (!request.IsForPage())
        {
            return;
        }

        var (method, path, query) = (request.Method, request.Path, request.QueryString);
        context.Features.Set<IStatusCodeReExecuteFeature>(new StatusCodeReExecuteFeature
        {
            OriginalPath = path,
            OriginalPathBase = request.PathBase,
            OriginalQueryString = query.Value,
            Endpoint = context.GetEndpoint(),
            RouteValues = context.Features.Get<IRouteValuesFeature>()?.RouteValues,
        });
        context.SetEndpoint(null);
        // What the failed page has left in its scope must not meet the next one.
        var before = context.Features.Get<IServiceProvidersFeature>();
        using var fresh = new RequestServicesFeature(context, context.RequestServices.GetRequiredService<IServiceScopeFactory>());
        context.Features.Set<IServiceProvidersFeature>(fresh);
        context.Features.Get<IRouteValuesFeature>()?.RouteValues.Clear();
        try
        {
            (request.Method, request.Path, request.QueryString) =
                (HttpMethods.Get, $"/error/{context.Response.StatusCode}", QueryString.Empty);
            await status.Next(context);
        }
        finally
        {
            (request.Method, request.Path, request.QueryString) = (method, path, query);
            context.Features.Set<IStatusCodeReExecuteFeature>(null);
            context.Features.Set(before);
        }
    }
}
