using MemoCoach.Gateway.Web.Api;
using MemoCoach.Gateway.Web.Errors;
using MemoCoach.Gateway.Web.Memo;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;
using MudBlazor.Services;

namespace MemoCoach.Gateway.Web;

/// <summary>
/// The pages. Most are rendered on the server and need neither a circuit nor JavaScript; what follows something live is
/// an island with a circuit.
/// </summary>
public static class GatewayWeb
{
    public static WebApplicationBuilder AddGatewayWeb(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddRazorComponents().AddInteractiveServerComponents();
        services.AddCascadingAuthenticationState();
        services.AddLocalization();
        services.AddMudServices();
        services.AddSingleton(MemoLimits.Read(builder.Configuration));

        services.AddSingleton<SelfAddress>();
        services.AddScoped<ICallerToken, CallerToken>();
        services.AddScoped<SubmissionFollower>();
        services.AddSingleton<ApiClients>();
        services.AddScoped(provider => provider.GetRequiredService<ApiClients>().For(provider.GetRequiredService<ICallerToken>()));
        services.AddHttpClient(ApiClients.Name, (provider, client) =>
            {
                client.BaseAddress = provider.GetRequiredService<SelfAddress>().Value;
                client.Timeout = Timeout.InfiniteTimeSpan; // Event streams last; ApiClient limits the other calls.
            })
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
            {
                UseProxy = false, // This process calls itself.
                UseCookies = false,
                AllowAutoRedirect = false,
            })
            .RemoveAllLoggers();

        services.AddTransient<IStartupFilter, PageStartupFilter>();
        services.AddSingleton<IPostConfigureOptions<CookieAuthenticationOptions>, PageRefusals>();
        services.AddSingleton<IPostConfigureOptions<RateLimiterOptions>, PageRefusals>();
        // Before the handler of the API, which answers with problem documents.
        services.Insert(0, ServiceDescriptor.Singleton<IExceptionHandler, PageExceptionHandler>());
        return builder;
    }

    public static WebApplication MapGatewayWeb(this WebApplication app)
    {
        app.UseAntiforgery();
        app.MapStaticAssets();
        app.MapPageActions();
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode(options =>
            // Our own headers forbid framing, for every page.
            options.ContentSecurityFrameAncestorsPolicy = null);
        return app;
    }
}
