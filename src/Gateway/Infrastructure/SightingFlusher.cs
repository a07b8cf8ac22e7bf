using MemoCoach.Gateway.Application;
using MemoCoach.Storage;

namespace MemoCoach.Gateway.Infrastructure;

/// <summary>Writes down, once a minute and at the end, when sessions and tokens were last used.</summary>
internal sealed class SightingFlusher(SightingLog sightings, TimeProvider clock, ILogger<SightingFlusher> logger) : BackgroundService
{
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await FlushAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(SightingLog.Interval, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                await FlushAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The program ends.
        }
    }

    private async Task FlushAsync(CancellationToken cancellationToken)
    {
        try
        {
            await sightings.FlushAsync(cancellationToken);
        }
        catch (StorageUnavailableException exception)
        {
            // Nothing is lost: what was not written is kept and written next time.
            logger.LogWarning(exception, "The times of last use could not be written; they will be next time.");
        }
    }
}
