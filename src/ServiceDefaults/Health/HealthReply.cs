using Microsoft.AspNetCore.Http;
using MemoCoach.ServiceDefaults.Logging;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace MemoCoach.ServiceDefaults.Health;

/// <summary>What a health request is answered with. Degraded still takes work and so answers 200.</summary>
internal sealed record HealthReply(HealthStatus Status, IReadOnlyList<HealthReply.Check> Checks)
{
    public sealed record Check(string Name, HealthStatus Status, string? Description, double DurationMs);

    public static async Task WriteAsync(HttpContext context, Func<HealthCheckRegistration, bool> predicate)
    {
        var report = await context.RequestServices.GetRequiredService<HealthCheckService>()
            .CheckHealthAsync(predicate, context.RequestAborted);
        if (report.Entries.Count == 0)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        context.Response.StatusCode = report.Status == HealthStatus.Unhealthy
            ? StatusCodes.Status503ServiceUnavailable
            : StatusCodes.Status200OK;
        context.Response.Headers.CacheControl = "no-store";
        // The exception of a failed check stays in the log: its text may hold addresses and user names.
        var redactor = context.RequestServices.GetRequiredService<Redactor>();
        var checks = report.Entries
            .Select(entry => new Check(entry.Key, entry.Value.Status, redactor.Redact(entry.Value.Description), entry.Value.Duration.TotalMilliseconds))
            .OrderBy(check => check.Name, StringComparer.Ordinal)
            .ToList();
        await context.Response.WriteAsJsonAsync(new HealthReply(report.Status, checks), ApiJson.Options, context.RequestAborted);
    }
}
