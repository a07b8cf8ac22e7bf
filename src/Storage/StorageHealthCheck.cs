using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace MemoCoach.Storage;

/// <summary>Healthy while the service's database answers a query: without it there is no durable work.</summary>
internal sealed class StorageHealthCheck<TContext>(Database<TContext> database) : IHealthCheck
    where TContext : ServiceDbContext
{
    public async Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await database.ReadAsync(
                async (db, token) => await db.Database.ExecuteSqlRawAsync("SELECT 1", token), cancellationToken);
            return HealthCheckResult.Healthy($"{database.Provider} answers.");
        }
        catch (StorageUnavailableException exception)
        {
            return HealthCheckResult.Unhealthy($"{database.Provider} does not answer.", exception);
        }
    }
}
