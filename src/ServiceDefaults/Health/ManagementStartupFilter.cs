using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace MemoCoach.ServiceDefaults.Health;

/// <summary>
/// Answers what comes in on the management address, and nothing else, in front of the whole application: neither its
/// authentication nor its routes are involved, and neither address serves what belongs to the other.
/// </summary>
internal sealed class ManagementStartupFilter : IStartupFilter
{
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        var address = app.ApplicationServices.GetRequiredService<ManagementAddress>();
        app.MapWhen(address.Received, management =>
        {
            management.UseOpenTelemetryPrometheusScrapingEndpoint("/metrics");
            management.Run(AnswerAsync);
        });
        next(app);
    };

    private static Task AnswerAsync(HttpContext context)
    {
        var path = context.Request.Path;
        if (!HttpMethods.IsGet(context.Request.Method) && !HttpMethods.IsHead(context.Request.Method))
        {
            context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
            return Task.CompletedTask;
        }

        if (path == "/health")
        {
            return HealthReply.WriteAsync(context, _ => true);
        }

        if (path == "/alive")
        {
            return HealthReply.WriteAsync(context, check => check.Tags.Contains(HealthRegistration.AliveTag));
        }

        if (path.StartsWithSegments("/health", out var service) && service.Value is ['/', .. { Length: > 0 } name] && !name.Contains('/', StringComparison.Ordinal))
        {
            return HealthReply.WriteAsync(context, check => check.Tags.Contains(name));
        }

        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }
}
