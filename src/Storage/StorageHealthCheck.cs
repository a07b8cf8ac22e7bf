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
                // A bare SELECT 1 would not even look into a SQLite file.
                (db, token) => db.Database.ExecuteSqlRawAsync("SELECT COUNT(*) FROM \"__EFMigrationsHistory\"", token), cancellationToken);
            return HealthCheckResult.Healthy($"{database.Provider} answers.");
        }
        catch (StorageUnavailableException exception)
        {
            return HealthCheckResult.Unhealthy($"{database.Provider} does not answer.", exception);
        }
    }
}
