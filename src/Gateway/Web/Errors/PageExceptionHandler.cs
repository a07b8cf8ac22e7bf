using MemoCoach.Gateway.Web.Api;
using MemoCoach.ServiceDefaults;
using Microsoft.AspNetCore.Diagnostics;

namespace MemoCoach.Gateway.Web.Errors;

/// <summary>Turns an exception behind a page into a bare status, which <see cref="PageStartupFilter"/> gives its page.</summary>
internal sealed class PageExceptionHandler(IEnumerable<ExceptionMapping> mappings, ILogger<PageExceptionHandler> logger) : IExceptionHandler
{
    public ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (!httpContext.Request.IsForPage() || (exception is OperationCanceledException && httpContext.RequestAborted.IsCancellationRequested))
        {
            return ValueTask.FromResult(false);
        }

        if (exception is ApiException { Problem.IsSignedOut: true })
        {
            httpContext.Response.Redirect(LocalUrl.Login(httpContext.Request.Path + httpContext.Request.QueryString));
            return ValueTask.FromResult(true);
        }

        var status = StatusOf(exception);
        httpContext.Response.StatusCode = status;
        if (status >= StatusCodes.Status500InternalServerError)
        {
            logger.LogError(exception, "The page {Path} failed", httpContext.Request.Path.Value);
        }

        return ValueTask.FromResult(true);
    }

    private int StatusOf(Exception exception) => exception switch
    {
        ApiException { Problem.Status: var status and (403 or 429 or 503) } => status,
        BadHttpRequestException bad => bad.StatusCode,
        _ => mappings.FirstOrDefault(mapping => mapping.Covers(exception))?.Status ?? StatusCodes.Status500InternalServerError,
    };
}
