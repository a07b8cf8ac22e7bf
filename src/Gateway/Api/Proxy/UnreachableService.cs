using Microsoft.Net.Http.Headers;
using Yarp.ReverseProxy.Forwarder;

namespace MemoCoach.Gateway.Api.Proxy;

/// <summary>Answers for a service that does not: which one, and when to try again, instead of a bare 502.</summary>
internal static class UnreachableService
{
    private const string RetryAfterSeconds = "5";

    public static async Task InvokeAsync(HttpContext context, Func<Task> next)
    {
        await next();
        if (context.GetForwarderErrorFeature() is not { } failure || context.Response.HasStarted)
        {
            return;
        }

        switch (failure.Error)
        {
            case ForwarderError.RequestTimedOut:
                await AnswerAsync(context, StatusCodes.Status504GatewayTimeout, "did not answer in time");
                break;
            case ForwarderError.Request or ForwarderError.NoAvailableDestinations or ForwarderError.RequestCreation
                or ForwarderError.RequestBodyDestination or ForwarderError.ResponseBodyDestination or ForwarderError.ResponseHeaders:
                await AnswerAsync(context, StatusCodes.Status503ServiceUnavailable, "cannot be reached");
                break;
            default:
                // The caller hung up or sent a body that cannot be read: YARP has set the status for that.
                break;
        }
    }

    private static Task AnswerAsync(HttpContext context, int status, string what)
    {
        var service = context.GetReverseProxyFeature().Cluster.Config.ClusterId;
        context.Response.Headers[HeaderNames.RetryAfter] = RetryAfterSeconds;
        return TypedResults.Problem(
            $"The service '{service}' {what}. Nothing else is affected; try again in {RetryAfterSeconds} s.",
            statusCode: status,
            title: "Service unavailable").ExecuteAsync(context);
    }
}
