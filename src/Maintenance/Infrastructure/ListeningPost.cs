using MemoCoach.Maintenance.Application;

namespace MemoCoach.Maintenance.Infrastructure;

internal sealed class ListeningPost(TimeProvider clock) : IHostedService, IListeningPost
{
    public DateTimeOffset Since { get; private set; } = clock.GetUtcNow();

    public Task StartAsync(CancellationToken cancellationToken)
    {
        Since = clock.GetUtcNow();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
