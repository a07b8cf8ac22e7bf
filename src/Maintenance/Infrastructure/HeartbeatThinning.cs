using MemoCoach.Maintenance.Application;
using MemoCoach.Storage;
using Microsoft.EntityFrameworkCore;

namespace MemoCoach.Maintenance.Infrastructure;

/// <summary>Thins the heartbeats at the start and then every hour.</summary>
internal sealed class HeartbeatThinning(ThinHeartbeats thin, TimeProvider clock, ILogger<HeartbeatThinning> logger) : BackgroundService
{
    private static readonly TimeSpan Period = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        using var timer = new PeriodicTimer(Period, clock);
        do
        {
            try
            {
                await thin.RunAsync(stoppingToken);
            }
            catch (StorageUnavailableException exception)
            {
                logger.LogWarning("Heartbeats were not thinned, and will be in an hour: {Reason}", exception.Message);
            }
            catch (DbUpdateException exception)
            {
                // Another replica thinned the same hour at the same moment; the next run carries on behind it.
                logger.LogInformation("Heartbeats are being thinned by another replica: {Reason}", exception.Message);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
