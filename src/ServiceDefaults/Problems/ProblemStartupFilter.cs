using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace MemoCoach.ServiceDefaults.Problems;

/// <summary>
/// Stands around the whole application, authentication and routing included, and gives every bare error status (401,
/// 403, 404, 405, 406, 415, 429 and so on) and every exception its problem document.
/// </summary>
internal sealed class ProblemStartupFilter(RequestSettings settings) : IStartupFilter
{
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.UseExceptionHandler();
        app.UseStatusCodePages(WriteAsync);
        app.Use(RefuseUnknownCharsetAsync);
        next(app);
    };

    /// <summary>The framework takes a charset that it does not know for a mistake of ours.</summary>
    private static Task RefuseUnknownCharsetAsync(HttpContext context, RequestDelegate next) =>
        MediaTypeHeaderValue.TryParse(context.Request.ContentType, out var type) && type.Charset.HasValue && type.Encoding is null
            ? Problem.WriteAsync(context, StatusCodes.Status415UnsupportedMediaType, "The charset of the body is unknown; send UTF-8.")
            : next(context);

    private Task WriteAsync(StatusCodeContext context)
    {
        var http = context.HttpContext;
        return Problem.IsForPage(http)
            ? Task.CompletedTask
            : Problem.WriteAsync(http, http.Response.StatusCode, BadRequest.DetailOf(http.Response.StatusCode, settings.LimitOf(http)));
    }
}
