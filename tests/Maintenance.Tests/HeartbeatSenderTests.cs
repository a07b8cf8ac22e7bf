using System.Threading.Channels;
using MemoCoach.Contracts;
using MemoCoach.Messaging;
using MemoCoach.Messaging.Heartbeats;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace MemoCoach.Maintenance.Tests;

public sealed class HeartbeatSenderTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));
    private readonly Bus _bus = new();
    private readonly Warnings _warnings = new();

    [Fact]
    public async Task Every_service_of_a_process_beats_for_itself()
    {
        using var host = await StartAsync(["submissions", "evaluation"]);

        HeartbeatSent[] first = [await _bus.NextAsync(), await _bus.NextAsync()];

        first.Select(beat => beat.Service).ShouldBe(["submissions", "evaluation"], ignoreOrder: true);
        first.Select(beat => beat.InstanceId).Distinct().Count().ShouldBe(2);
        first.ShouldAllBe(beat => beat.SentAt == _clock.GetUtcNow() && beat.Version.Length > 0);
    }

    [Fact]
    public async Task A_beat_tells_the_health_of_its_own_service_only()
    {
        using var host = await StartAsync(["submissions"], checks =>
        {
            checks.AddCheck("submissions-storage", () => HealthCheckResult.Degraded(), ["submissions"]);
            checks.AddCheck("evaluation-storage", () => HealthCheckResult.Unhealthy(), ["evaluation"]);
        });

        var beat = await _bus.NextAsync();

        beat.Status.ShouldBe("Degraded");
        beat.Issues.ShouldBe(["submissions-storage"]);
    }

    [Fact]
    public async Task A_beat_comes_every_period_from_the_same_instance()
    {
        using var host = await StartAsync(["submissions"]);
        var first = await _bus.NextAsync();

        for (var minute = 1; minute <= 3; minute++)
        {
            _clock.Advance(TimeSpan.FromMinutes(1));
            var beat = await _bus.NextAsync();
            beat.InstanceId.ShouldBe(first.InstanceId);
            beat.StartedAt.ShouldBe(first.StartedAt);
            (beat.SentAt - first.SentAt).ShouldBe(TimeSpan.FromMinutes(minute));
        }
    }

    [Fact]
    public async Task A_broker_that_is_away_is_reported_once_and_stops_nothing()
    {
        _bus.IsAway = true;
        using var host = await StartAsync(["submissions"]);
        for (var attempt = 1; attempt <= 4; attempt++)
        {
            await _bus.AttemptAsync();
            _clock.Advance(TimeSpan.FromMinutes(1));
        }

        await _bus.AttemptAsync();
        _bus.IsAway = false;
        _clock.Advance(TimeSpan.FromMinutes(1));
        (await _bus.NextAsync()).Service.ShouldBe("submissions");
        _warnings.Count.ShouldBe(1);

        // The next outage is a new one.
        await _bus.AttemptAsync();
        _bus.IsAway = true;
        _clock.Advance(TimeSpan.FromMinutes(1));
        await _bus.AttemptAsync();
        await TestKit.Eventually.BecomesTrueAsync(() => _warnings.Count == 2, Patience, "the second outage is reported");
        host.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping.IsCancellationRequested.ShouldBeFalse();
    }

    [Fact]
    public async Task A_period_out_of_range_stops_the_start() =>
        await Should.ThrowAsync<OptionsValidationException>(() => StartAsync(["submissions"], period: "00:00:00"));

    private async Task<IHost> StartAsync(string[] services, Action<IHealthChecksBuilder>? configure = null, string period = "00:01:00")
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection([new("Heartbeat:Period", period)]);
        builder.Logging.AddProvider(_warnings);
        builder.Services.AddSingleton<TimeProvider>(_clock);
        builder.Services.AddSingleton<IEphemeralPublisher>(_bus);
        foreach (var service in services)
        {
            builder.Services.AddHeartbeat(service);
        }

        configure?.Invoke(builder.Services.AddHealthChecks());
        var host = builder.Build();
        await host.StartAsync();
        return host;
    }

    private sealed class Bus : IEphemeralPublisher
    {
        private readonly Channel<HeartbeatSent> _sent = Channel.CreateUnbounded<HeartbeatSent>();
        private readonly Channel<bool> _attempts = Channel.CreateUnbounded<bool>();

        public volatile bool IsAway;

        public Task PublishAsync<TMessage>(TMessage message, CancellationToken cancellationToken)
            where TMessage : class
        {
            var isAway = IsAway;
            _attempts.Writer.TryWrite(true);
            if (isAway)
            {
                throw new TransportUnavailableException("The broker is away.");
            }

            _sent.Writer.TryWrite((HeartbeatSent)(object)message);
            return Task.CompletedTask;
        }

        public Task<HeartbeatSent> NextAsync() => _sent.Reader.ReadAsync().AsTask().WaitAsync(Patience);

        public Task<bool> AttemptAsync() => _attempts.Reader.ReadAsync().AsTask().WaitAsync(Patience);
    }

    private sealed class Warnings : ILoggerProvider, ILogger
    {
        private int _count;

        public int Count => Volatile.Read(ref _count);

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (logLevel == LogLevel.Warning)
            {
                Interlocked.Increment(ref _count);
            }
        }

        public void Dispose()
        {
        }
    }
}
