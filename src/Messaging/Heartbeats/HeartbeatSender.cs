using System.Reflection;
using MemoCoach.Contracts;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace MemoCoach.Messaging.Heartbeats;

/// <summary>Says once a period that one service of this process is alive, and how it feels. Never stops the service.</summary>
internal sealed partial class HeartbeatSender(
    string service,
    IEphemeralPublisher publisher,
    HealthCheckService health,
    IOptions<HeartbeatOptions> options,
    TimeProvider clock,
    ILogger<HeartbeatSender> logger) : BackgroundService
{
    private static readonly string Version =
        typeof(HeartbeatSender).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;

    private static readonly TimeSpan FinishLimit = TimeSpan.FromSeconds(2);

    private readonly Guid _instanceId = Guid.CreateVersion7(clock.GetUtcNow());
    private readonly DateTimeOffset _startedAt = clock.GetUtcNow();
    private bool _isFailing;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The rest of the process starts meanwhile.
        await Task.Yield();
        using var timer = new PeriodicTimer(options.Value.Period, clock);
        do
        {
            await BeatAsync(stoppingToken);
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task BeatAsync(CancellationToken stoppingToken)
    {
        // A beat that has begun is finished: in process, cancelling it would cut off Maintenance's transaction, which is
        // logged as a fault.
        using var finish = new CancellationTokenSource();
        await using var stopping = stoppingToken.Register(() => finish.CancelAfter(FinishLimit));
        try
        {
            var report = await health.CheckHealthAsync(check => check.Tags.Contains(service), finish.Token);
            await publisher.PublishAsync(
                new HeartbeatSent(service, _instanceId, Version, report.Status.ToString(), IssuesOf(report), _startedAt, clock.GetUtcNow()),
                finish.Token);
            if (_isFailing)
            {
                LogRecovered(service);
            }

            _isFailing = false;
        }
#pragma warning disable CA1031 // whatever goes wrong here, the service goes on; Maintenance notices the missing beat
        catch (Exception exception)
#pragma warning restore CA1031
        {
            // At the end of the process the parts that a beat needs go one by one.
            if (!_isFailing && !stoppingToken.IsCancellationRequested)
            {
                LogFailed(service, exception.Message);
            }

            _isFailing = true;
        }
    }

    private static string[] IssuesOf(HealthReport report) =>
        [.. report.Entries.Where(entry => entry.Value.Status != HealthStatus.Healthy).Select(entry => entry.Key).Order(StringComparer.Ordinal)];

    [LoggerMessage(Level = LogLevel.Warning, Message = "The heartbeat of {Service} cannot be sent: {Reason}. It is tried again every period.")]
    private partial void LogFailed(string service, string reason);

    [LoggerMessage(Level = LogLevel.Information, Message = "The heartbeat of {Service} is sent again")]
    private partial void LogRecovered(string service);
}
