using System.Net;
using System.Text.Json;
using MemoCoach.Contracts;
using MemoCoach.ServiceDefaults;
using MemoCoach.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;

namespace MemoCoach.Maintenance.Tests;

public sealed class ServiceStatusTests : IAsyncLifetime
{
    private readonly TempFolder _directory = new("maintenance");
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));
    private MaintenanceHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await StartAsync();

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        _directory.Dispose();
    }

    [Fact]
    public async Task Every_service_is_listed_and_those_never_heard_of_are_unknown()
    {
        foreach (var service in ServiceNames.All.Except([ServiceNames.Maintenance]))
        {
            var status = await _host.StatusAsync(service);
            status.GetProperty("status").GetString().ShouldBe("unknown");
            status.GetProperty("uptime24h").ValueKind.ShouldBe(JsonValueKind.Null);
        }
    }

    [Fact]
    public async Task Maintenance_beats_itself_at_the_start_and_every_minute()
    {
        await BecomesAsync(ServiceNames.Maintenance, "up");
        await HasBeatsAsync(ServiceNames.Maintenance, 1);

        for (var minute = 2; minute <= 4; minute++)
        {
            _clock.Advance(TimeSpan.FromMinutes(1));
            await HasBeatsAsync(ServiceNames.Maintenance, minute);
        }
    }

    [Fact]
    public async Task A_service_that_falls_silent_is_late_and_then_missing_and_up_again()
    {
        var instance = Guid.CreateVersion7();
        await _host.BeatAsync(ServiceNames.Evaluation, instance);
        await BecomesAsync(ServiceNames.Evaluation, "up");

        _clock.Advance(TimeSpan.FromSeconds(91));
        await BecomesAsync(ServiceNames.Evaluation, "late");

        _clock.Advance(TimeSpan.FromSeconds(89));
        await BecomesAsync(ServiceNames.Evaluation, "missing");
        var missing = (await _host.StatusAsync(ServiceNames.Evaluation)).GetProperty("instances")[0];
        missing.GetProperty("missedBeats").GetInt32().ShouldBe(3);
        missing.GetProperty("id").GetGuid().ShouldBe(instance);

        await _host.BeatAsync(ServiceNames.Evaluation, instance);
        await BecomesAsync(ServiceNames.Evaluation, "up");
    }

    [Fact]
    public async Task A_service_that_says_it_is_unwell_is_degraded_and_names_its_issues()
    {
        await _host.BeatAsync(ServiceNames.Evaluation, Guid.CreateVersion7(), "Degraded", issues: "evaluation-provider");

        var status = await _host.StatusAsync(ServiceNames.Evaluation);

        status.GetProperty("status").GetString().ShouldBe("degraded");
        status.GetProperty("instances")[0].GetProperty("issues")[0].GetString().ShouldBe("evaluation-provider");
        status.GetProperty("instances")[0].GetProperty("version").GetString().ShouldBe("1.2.3");
    }

    [Fact]
    public async Task A_restarted_service_is_up_and_its_old_instance_fades()
    {
        await _host.BeatAsync(ServiceNames.Evaluation, Guid.CreateVersion7());
        _clock.Advance(TimeSpan.FromMinutes(10));
        await _host.BeatAsync(ServiceNames.Evaluation, Guid.CreateVersion7());

        var status = await _host.StatusAsync(ServiceNames.Evaluation);
        status.GetProperty("status").GetString().ShouldBe("up");
        status.GetProperty("instances").EnumerateArray().Select(instance => instance.GetProperty("status").GetString()).ShouldBe(["up", "missing"]);

        _clock.Advance(TimeSpan.FromMinutes(51));
        await _host.BeatAsync(ServiceNames.Evaluation, status.GetProperty("instances")[0].GetProperty("id").GetGuid());
        (await _host.StatusAsync(ServiceNames.Evaluation)).GetProperty("instances").GetArrayLength().ShouldBe(1);
    }

    [Fact]
    public async Task A_clock_that_is_off_is_noticed_and_does_not_make_a_service_late()
    {
        var instance = Guid.CreateVersion7();
        for (var beat = 0; beat < 3; beat++)
        {
            await _host.BeatAsync(ServiceNames.Evaluation, instance, skew: TimeSpan.FromHours(-2));
            _clock.Advance(TimeSpan.FromMinutes(1));
        }

        var status = await _host.StatusAsync(ServiceNames.Evaluation);
        status.GetProperty("status").GetString().ShouldBe("up");
        status.GetProperty("uptime24h").GetDouble().ShouldBe(1);
        status.GetProperty("instances")[0].GetProperty("clockSkewMs").GetInt64().ShouldBe(-7_200_000);
    }

    [Fact]
    public async Task Uptime_is_the_share_of_observed_time()
    {
        var instance = Guid.CreateVersion7();
        for (var minute = 0; minute < 60; minute++)
        {
            if (minute is < 20 or >= 40)
            {
                await _host.BeatAsync(ServiceNames.Evaluation, instance);
            }

            _clock.Advance(TimeSpan.FromMinutes(1));
        }

        // 20 minutes without a beat, of which the beat before vouches for the first half minute.
        var status = await _host.StatusAsync(ServiceNames.Evaluation);
        status.GetProperty("uptime24h").GetDouble().ShouldBe((60 - 19.5) / 60, 0.00001);
        status.GetProperty("uptime30d").GetDouble().ShouldBe((60 - 19.5) / 60, 0.00001);
        var today = status.GetProperty("days").EnumerateArray().Last();
        today.GetProperty("date").GetString().ShouldBe("2026-03-01");
        today.GetProperty("uptime").GetDouble().ShouldBe((60 - 19.5) / 60, 0.00001);
        status.GetProperty("days")[0].GetProperty("uptime").ValueKind.ShouldBe(JsonValueKind.Null);
        status.GetProperty("days").GetArrayLength().ShouldBe(30);
    }

    [Fact]
    public async Task An_unhealthy_service_is_not_up()
    {
        var instance = Guid.CreateVersion7();
        for (var minute = 0; minute < 10; minute++)
        {
            await _host.BeatAsync(ServiceNames.Evaluation, instance, "Unhealthy");
            _clock.Advance(TimeSpan.FromMinutes(1));
        }

        var status = await _host.StatusAsync(ServiceNames.Evaluation);
        status.GetProperty("status").GetString().ShouldBe("degraded");
        status.GetProperty("uptime24h").GetDouble().ShouldBe(0);
    }

    [Fact]
    public async Task A_restart_of_Maintenance_keeps_the_history_and_blames_nobody_for_its_own_absence()
    {
        var instance = Guid.CreateVersion7();
        await _host.BeatAsync(ServiceNames.Evaluation, instance);
        await _host.DisposeAsync();
        _clock.Advance(TimeSpan.FromMinutes(30));

        _host = await StartAsync();

        (await _host.StatusAsync(ServiceNames.Evaluation)).GetProperty("status").GetString().ShouldBe("unknown");

        // What waited in the queue meanwhile counts for the time at which it was sent.
        for (var minute = 29; minute > 0; minute--)
        {
            await _host.BeatAsync(ServiceNames.Evaluation, instance, sentAt: _clock.GetUtcNow().AddMinutes(-minute));
        }

        var status = await _host.StatusAsync(ServiceNames.Evaluation);
        status.GetProperty("status").GetString().ShouldBe("up");
        status.GetProperty("uptime24h").GetDouble().ShouldBe(1);
        status.GetProperty("instances")[0].GetProperty("clockSkewMs").GetInt64().ShouldBe(0);
    }

    [Theory]
    [InlineData("operator", HttpStatusCode.OK)]
    [InlineData("admin", HttpStatusCode.Forbidden)]
    [InlineData("coach", HttpStatusCode.Forbidden)]
    [InlineData("writer", HttpStatusCode.Forbidden)]
    [InlineData(null, HttpStatusCode.Unauthorized)]
    public async Task Only_operators_see_the_status(string? role, HttpStatusCode status)
    {
        using var client = _host.Client(role);

        (await client.GetAsync("/api/v1/maintenance/status")).StatusCode.ShouldBe(status);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("401")]
    [InlineData("many")]
    public async Task A_number_of_days_that_makes_no_sense_is_refused(string days)
    {
        using var client = _host.Client("operator");

        (await client.GetAsync($"/api/v1/maintenance/status?days={days}")).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Limits_that_contradict_each_other_stop_the_start()
    {
        using var directory = new TempFolder("maintenance");

        await Should.ThrowAsync<SettingsException>(
            () => MaintenanceHost.StartAsync(directory.Path, _clock, ("Maintenance:Heartbeats:LateAfter", "00:00:30")));
    }

    private Task<MaintenanceHost> StartAsync() => MaintenanceHost.StartAsync(_directory.Path, _clock);

    private Task BecomesAsync(string service, string status) => Eventually.BecomesTrueAsync(
        async () => (await _host.StatusAsync(service)).GetProperty("status").GetString() == status,
        TimeSpan.FromSeconds(20),
        $"{service} is {status}");

    private Task HasBeatsAsync(string service, int count) => Eventually.BecomesTrueAsync(
        async () => await _host.Database.ReadAsync(
            (db, token) => db.Heartbeats.CountAsync(beat => beat.Service == service, token), TestContext.Current.CancellationToken) == count,
        TimeSpan.FromSeconds(20),
        $"{service} has {count} beats");
}
