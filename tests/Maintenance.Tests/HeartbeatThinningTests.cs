using MemoCoach.Contracts;
using MemoCoach.Maintenance.Domain;
using MemoCoach.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;

namespace MemoCoach.Maintenance.Tests;

public sealed class HeartbeatThinningTests : IDisposable
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 12, 20, 0, TimeSpan.Zero);

    private readonly TempFolder _directory = new("maintenance");
    public void Dispose() => _directory.Dispose();

    [Theory]
    [InlineData("Sqlite")]
    [InlineData("Postgres")]
    public async Task Thinning_keeps_the_uptime_and_lets_go_of_the_beats(string provider)
    {
        await using var host = await StartAsync(Start.AddDays(4), provider);
        await RecordDaysAsync(host, 4);
        var before = await UptimesAsync(host);
        before.ShouldContain(uptime => uptime > 0.1 && uptime < 0.99);

        await host.Thin.RunAsync(TestContext.Current.CancellationToken);

        (await UptimesAsync(host)).ShouldBe(before);
        var oldest = await host.Database.ReadAsync(
            (db, token) => db.Heartbeats.Where(beat => beat.Service == ServiceNames.Evaluation).MinAsync(beat => beat.BeatAt, token),
            TestContext.Current.CancellationToken);
        oldest.ShouldBeGreaterThan(host.Clock.GetUtcNow() - TimeSpan.FromHours(49) - TimeSpan.FromSeconds(90));
        (await CountHoursAsync(host)).ShouldBeGreaterThan(20);
    }

    [Fact]
    public async Task Thinning_again_changes_nothing()
    {
        await using var host = await StartAsync(Start.AddDays(3));
        await RecordDaysAsync(host, 3);
        await host.Thin.RunAsync(TestContext.Current.CancellationToken);
        var hours = await CountHoursAsync(host);

        await host.Thin.RunAsync(TestContext.Current.CancellationToken);

        (await CountHoursAsync(host)).ShouldBe(hours);
    }

    [Fact]
    public async Task Thinning_that_was_killed_in_the_middle_carries_on_without_losing_or_counting_twice()
    {
        double?[] before;
        await using (var host = await StartAsync(Start.AddDays(4)))
        {
            await RecordDaysAsync(host, 4);
            before = await UptimesAsync(host);

            // Hour by hour is how a kill leaves it: each hour is one transaction.
            using var killed = new CancellationTokenSource();
            var commits = 0;
            host.Database.Committed += _ =>
            {
                if (++commits == 5)
                {
                    killed.Cancel();
                }
            };
            await Should.ThrowAsync<OperationCanceledException>(() => host.Thin.RunAsync(killed.Token));
            (await CountHoursAsync(host)).ShouldBeInRange(4, 6);
        }

        await using var restarted = await StartAsync(Start.AddDays(4));
        await restarted.Thin.RunAsync(TestContext.Current.CancellationToken);

        (await UptimesAsync(restarted)).ShouldBe(before);
    }

    [Fact]
    public async Task A_service_that_is_gone_for_good_is_missing_and_has_no_uptime_left()
    {
        await using var host = await StartAsync(Start.AddDays(60));
        await RecordDaysAsync(host, 1);

        await host.Thin.RunAsync(TestContext.Current.CancellationToken);

        (await CountHoursAsync(host)).ShouldBeGreaterThan(20);
        (await host.StatusAsync(ServiceNames.Evaluation)).GetProperty("uptime30d").GetDouble().ShouldBe(0);
    }

    [Fact]
    public async Task Hours_are_let_go_of_in_the_end()
    {
        await using (var host = await StartAsync(Start.AddDays(10)))
        {
            await RecordDaysAsync(host, 3);
            await host.Thin.RunAsync(TestContext.Current.CancellationToken);
            (await CountHoursAsync(host)).ShouldBeGreaterThan(60);
        }

        await using var later = await StartAsync(Start.AddDays(410));
        await later.Thin.RunAsync(TestContext.Current.CancellationToken);

        (await CountHoursAsync(later)).ShouldBe(0);
    }

    // A clock that jumps by days would fire every timer of the process on its way; a start at a later time does not.
    private async Task<MaintenanceHost> StartAsync(DateTimeOffset now, string provider = "Sqlite")
    {
        (string, string)[] settings = provider == "Sqlite"
            ? []
            : [("Storage:Provider", provider), ("ConnectionStrings:maintenance", await (await PostgresServer.StartAsync()).CreateDatabaseAsync())];
        return await MaintenanceHost.StartAsync(_directory.Path, new FakeTimeProvider(now), settings);
    }

    /// <summary>What a service that beats once a minute, with an outage every day, has left in the database.</summary>
    private static Task RecordDaysAsync(MaintenanceHost host, int days) => host.Database.WriteAsync(
        (db, _) =>
        {
            db.Services.Add(new MonitoredService { Service = ServiceNames.Evaluation, FirstBeatAt = Start, ThinnedUntil = Start.AddMinutes(-20) });
            db.Heartbeats.AddRange(Enumerable.Range(0, days * 1_440)
                .Where(minute => minute % 1_440 is < 300 or > 437)
                .Select(minute => NewBeat(Start.AddMinutes(minute).AddSeconds(minute % 7))));
            return Task.CompletedTask;
        },
        TestContext.Current.CancellationToken);

    private static Heartbeat NewBeat(DateTimeOffset time) => new()
    {
        Id = Guid.CreateVersion7(time),
        Service = ServiceNames.Evaluation,
        InstanceId = Guid.Empty,
        Version = "1",
        Health = HeartbeatHealth.Healthy,
        Issues = [],
        SentAt = time,
        ReceivedAt = time,
        BeatAt = time,
    };

    private static async Task<double?[]> UptimesAsync(MaintenanceHost host)
    {
        var status = await host.StatusAsync(ServiceNames.Evaluation, days: 6);
        return
        [
            status.GetProperty("uptime24h").GetDouble(),
            status.GetProperty("uptime30d").GetDouble(),
            .. status.GetProperty("days").EnumerateArray().Select(day =>
                day.GetProperty("uptime").ValueKind == System.Text.Json.JsonValueKind.Null ? (double?)null : day.GetProperty("uptime").GetDouble()),
        ];
    }

    private static Task<int> CountHoursAsync(MaintenanceHost host) => host.Database.ReadAsync(
        (db, token) => db.UptimeHours.CountAsync(hour => hour.Service == ServiceNames.Evaluation, token), TestContext.Current.CancellationToken);
}
