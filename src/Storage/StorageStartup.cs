using Microsoft.Extensions.Hosting;

namespace MemoCoach.Storage;

/// <summary>Claims and migrates a service's database before anything else of the service starts.</summary>
internal sealed class StorageStartup<TContext>(Database<TContext> database) : IHostedLifecycleService
    where TContext : ServiceDbContext
{
    public Task StartingAsync(CancellationToken cancellationToken)
    {
        database.Claim();
        return database.MigrateAsync(cancellationToken);
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
