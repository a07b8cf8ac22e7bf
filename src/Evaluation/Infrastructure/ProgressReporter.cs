using System.Threading.Channels;
using MemoCoach.Contracts;
using MemoCoach.Evaluation.Application;
using MemoCoach.Messaging;

namespace MemoCoach.Evaluation.Infrastructure;

/// <summary>Publishes progress in the background; when there is more than can be said, the oldest is left out.</summary>
internal sealed partial class ProgressReporter(
    IEphemeralPublisher publisher, TimeProvider clock, ILogger<ProgressReporter> logger) : BackgroundService, IProgressReporter
{
    private readonly Channel<EvaluationProgressed> _reports = Channel.CreateBounded<EvaluationProgressed>(
        new BoundedChannelOptions(10_000) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });

    public void Report(Guid submissionId, string stage, int? queuePosition = null) =>
        _reports.Writer.TryWrite(new EvaluationProgressed(submissionId, stage, queuePosition, clock.GetUtcMicroseconds()));

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var report in _reports.Reader.ReadAllAsync(stoppingToken))
        {
            try
            {
                await publisher.PublishAsync(report, stoppingToken);
            }
            catch (TransportUnavailableException exception)
            {
                LogLost(exception.Message);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "Progress was not published: {Reason}")]
    private partial void LogLost(string reason);
}
