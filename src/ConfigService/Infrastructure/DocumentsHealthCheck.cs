using MemoCoach.ConfigService.Application;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace MemoCoach.ConfigService.Infrastructure;

/// <summary>Degraded while a document of the working copy is invalid: the last good revision is served meanwhile.</summary>
internal sealed class DocumentsHealthCheck(DocumentStates states) : IHealthCheck
{
    public const string Name = "config-documents";

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(states.Invalid is { Count: > 0 } invalid
            ? HealthCheckResult.Degraded($"Invalid in the working copy: {string.Join(", ", invalid)}. The last good revision stays in force.")
            : HealthCheckResult.Healthy("Every document is valid."));
}
