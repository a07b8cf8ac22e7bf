using MemoCoach.Storage;
using MemoCoach.Submissions.Application;
using Microsoft.Extensions.Options;

namespace MemoCoach.Submissions.Infrastructure;

/// <summary>Runs <see cref="AnnouncePending"/> at start-up and on a timer.</summary>
internal sealed partial class Reconciler(
    AnnouncePending announcePending, IOptions<SubmissionsOptions> options, TimeProvider clock, ILogger<Reconciler> logger)
    : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        using var timer = new PeriodicTimer(options.Value.ReconcileInterval, clock);
        do
        {
            try
            {
                if (await announcePending.HandleAsync(stoppingToken) is > 0 and var announced)
                {
                    LogAnnounced(announced);
                }
            }
            catch (StorageUnavailableException exception)
            {
                LogFailed(exception.Message);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Count} submissions had no answer for too long and were announced again")]
    private partial void LogAnnounced(int count);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Submissions without an answer could not be looked for: {Reason}")]
    private partial void LogFailed(string reason);
}
