using System.Diagnostics.Metrics;
using MemoCoach.Messaging.Parking;
using MemoCoach.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace MemoCoach.Messaging.Outbox;

/// <summary>What operators watch of a service's messages: how many wait, how long the oldest has, how many are parked.</summary>
internal sealed partial class OutboxMetrics<TContext>(
    Database<TContext> database, IMeterFactory meters, TimeProvider clock, ILogger<OutboxMetrics<TContext>> logger) : BackgroundService
    where TContext : ServiceDbContext
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(15);
    private readonly Lock _lock = new();
    private Figures _figures = new(0, 0, 0);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var meter = meters.Create("MemoCoach.Messaging");
        var tag = new KeyValuePair<string, object?>("service", database.Service);
        meter.CreateObservableGauge(
            "memocoach_outbox_pending", () => new Measurement<long>(Current.Pending, tag), "{message}", "Messages not delivered yet.");
        meter.CreateObservableGauge(
            "memocoach_outbox_oldest_age", () => new Measurement<double>(Current.OldestAgeSeconds, tag), "s", "Age of the oldest of them.");
        meter.CreateObservableGauge(
            "memocoach_messages_parked", () => new Measurement<long>(Current.Parked, tag), "{message}", "Messages waiting for a person.");

        using var timer = new PeriodicTimer(Interval, clock);
        do
        {
            try
            {
                var figures = await MeasureAsync(stoppingToken);
                lock (_lock)
                {
                    _figures = figures;
                }
            }
            catch (StorageUnavailableException exception)
            {
                LogFailed(database.Service, exception.Message);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private Figures Current
    {
        get
        {
            lock (_lock)
            {
                return _figures;
            }
        }
    }

    private Task<Figures> MeasureAsync(CancellationToken cancellationToken) => database.ReadAsync(
        async (db, token) =>
        {
            var pending = await db.Set<OutboxMessage>().LongCountAsync(token);
            var oldest = await db.Set<OutboxMessage>().OrderBy(row => row.Id).Select(row => (DateTimeOffset?)row.CreatedAt).FirstOrDefaultAsync(token);
            var parked = await db.Set<ParkedMessage>().LongCountAsync(token);
            var age = oldest is { } since ? (clock.GetUtcNow() - since).TotalSeconds : 0;
            return new Figures(pending, age, parked);
        },
        cancellationToken);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The outbox of {Service} could not be measured: {Reason}")]
    private partial void LogFailed(string service, string reason);

    private sealed record Figures(long Pending, double OldestAgeSeconds, long Parked);
}
