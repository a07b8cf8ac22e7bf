using MemoCoach.Contracts;
using MemoCoach.Evaluation.Application;
using MemoCoach.Storage;
using Microsoft.Extensions.Options;

namespace MemoCoach.Evaluation.Infrastructure;

/// <summary>Tells those at the head of the queue, now and then, how far they have come.</summary>
internal sealed partial class QueuePositions(
    IEvaluationStorage storage,
    IProgressReporter progress,
    IOptions<EvaluationOptions> options,
    TimeProvider clock,
    ILogger<QueuePositions> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                var waiting = await storage.ReadAsync(
                    (session, token) => session.ListWaitingAsync(options.Value.AnnouncedPositions, token), stoppingToken);
                for (var i = 0; i < waiting.Count; i++)
                {
                    progress.Report(waiting[i], EvaluationStages.Queued, i + 1);
                }
            }
            catch (StorageUnavailableException exception)
            {
                LogUnavailable(exception.Message);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Queue positions are not to be had: {Reason}")]
    private partial void LogUnavailable(string reason);
}
