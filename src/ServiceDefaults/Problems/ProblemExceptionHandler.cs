using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace MemoCoach.ServiceDefaults.Problems;

/// <summary>Turns an exception into the problem document that it stands for. Only what is our fault is an error in the log.</summary>
internal sealed class ProblemExceptionHandler(
    IEnumerable<ExceptionMapping> mappings, RequestSettings settings, ILogger<ProblemExceptionHandler> logger) : IExceptionHandler
{
    private const int ClientClosedRequest = 499;

    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is OperationCanceledException && httpContext.RequestAborted.IsCancellationRequested)
        {
            httpContext.Response.StatusCode = ClientClosedRequest;
            return true;
        }

        if (exception is BadHttpRequestException bad)
        {
            var request = BadRequest.Read(bad, settings.LimitOf(httpContext));
            await Problem.WriteAsync(httpContext, request.Status, request.Detail, request.Errors);
            return true;
        }

        if (mappings.FirstOrDefault(mapping => mapping.Covers(exception)) is { } known)
        {
            if (known.Status >= StatusCodes.Status500InternalServerError)
            {
                logger.LogWarning(exception, "{Method} {Path} was answered {Status}", httpContext.Request.Method, httpContext.Request.Path.Value, known.Status);
            }

            await Problem.WriteAsync(httpContext, known.Status, known.Detail, retryAfter: known.RetryAfter);
            return true;
        }

        logger.LogError(exception, "{Method} {Path} failed", httpContext.Request.Method, httpContext.Request.Path.Value);
        await Problem.WriteAsync(
            httpContext, StatusCodes.Status500InternalServerError, $"Something went wrong here. The log has it under {Problem.TraceId(httpContext)}.");
        return true;
    }
}
