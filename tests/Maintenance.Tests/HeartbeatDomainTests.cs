using MemoCoach.Maintenance.Domain;

namespace MemoCoach.Maintenance.Tests;

public sealed class HeartbeatDomainTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(90);
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private static readonly SilenceLimits Limits = new(TimeSpan.FromMinutes(1), Grace, 3);

    [Fact]
    public void A_beat_every_minute_is_full_uptime() =>
        Uptime.TimeUp(Enumerable.Range(0, 60).Select(minute => Start.AddMinutes(minute)), Grace, Start, Start + Hour).ShouldBe(Hour);

    [Fact]
    public void A_gap_counts_from_when_the_last_beat_stops_vouching()
    {
        var beats = Enumerable.Range(0, 60).Where(minute => minute is < 10 or >= 20).Select(minute => Start.AddMinutes(minute));

        // The beat of minute 9 vouches until 10:30; the next one is that of minute 20.
        Uptime.TimeUp(beats, Grace, Start, Start + Hour).ShouldBe(Hour - TimeSpan.FromSeconds(570));
    }

    [Fact]
    public void Two_replicas_do_not_count_twice()
    {
        var beats = Enumerable.Range(0, 60).SelectMany(minute => new[] { Start.AddMinutes(minute), Start.AddMinutes(minute).AddSeconds(20) });

        Uptime.TimeUp(beats, Grace, Start, Start + Hour).ShouldBe(Hour);
    }

    [Fact]
    public void A_beat_from_just_before_the_window_vouches_into_it_and_none_beyond_its_end()
    {
        Uptime.TimeUp([Start.AddSeconds(-60)], Grace, Start, Start + Hour).ShouldBe(TimeSpan.FromSeconds(30));
        Uptime.TimeUp([Start + Hour - TimeSpan.FromSeconds(10)], Grace, Start, Start + Hour).ShouldBe(TimeSpan.FromSeconds(10));
        Uptime.TimeUp([Start.AddDays(-1), Start.AddDays(1)], Grace, Start, Start + Hour).ShouldBe(TimeSpan.Zero);
    }

    [Fact]
    public void What_was_not_observed_has_no_uptime() => Uptime.Share(TimeSpan.Zero, TimeSpan.Zero).ShouldBeNull();

    [Theory]
    [InlineData(0, LiveStatus.Up)]
    [InlineData(90, LiveStatus.Up)]
    [InlineData(91, LiveStatus.Late)]
    [InlineData(179, LiveStatus.Late)]
    [InlineData(180, LiveStatus.Missing)]
    [InlineData(100_000, LiveStatus.Missing)]
    public void Silence_makes_late_and_then_missing(int seconds, LiveStatus status) =>
        Limits.StatusOf(Instance(Start), Start.AddDays(-1), Start.AddSeconds(seconds)).ShouldBe(status);

    [Theory]
    [InlineData(10, LiveStatus.Unknown)]
    [InlineData(91, LiveStatus.Late)]
    [InlineData(180, LiveStatus.Missing)]
    public void After_its_own_restart_Maintenance_blames_nobody_before_it_has_listened_long_enough(int seconds, LiveStatus status)
    {
        var listeningSince = Start.AddHours(8);

        Limits.StatusOf(Instance(Start), listeningSince, listeningSince.AddSeconds(seconds)).ShouldBe(status);
    }

    [Theory]
    [InlineData(new[] { LiveStatus.Up, LiveStatus.Missing }, LiveStatus.Up)]
    [InlineData(new[] { LiveStatus.Up, LiveStatus.Degraded }, LiveStatus.Degraded)]
    [InlineData(new[] { LiveStatus.Late, LiveStatus.Missing }, LiveStatus.Late)]
    [InlineData(new[] { LiveStatus.Missing, LiveStatus.Missing }, LiveStatus.Missing)]
    [InlineData(new LiveStatus[0], LiveStatus.Unknown)]
    public void A_service_is_as_well_as_its_living_instances(LiveStatus[] instances, LiveStatus service) =>
        ServiceStatus.Of(instances).ShouldBe(service);

    [Fact]
    public void Missed_beats_are_counted() => Limits.MissedBeats(Instance(Start), Start.AddSeconds(185)).ShouldBe(3);

    [Fact]
    public void A_clock_that_is_off_shows_as_skew()
    {
        var skew = ClockSkew.Estimate(null, Start.AddSeconds(30), Start);
        skew.ShouldBe(TimeSpan.FromSeconds(30));

        // It was set right: the next beats come in rhythm with the new difference.
        skew = ClockSkew.Estimate((Start.AddSeconds(30), Start, skew), Start.AddSeconds(60), Start.AddSeconds(60));
        skew = ClockSkew.Estimate((Start.AddSeconds(60), Start.AddSeconds(60), skew), Start.AddSeconds(120), Start.AddSeconds(120));
        skew.ShouldBe(TimeSpan.Zero);
    }

    [Fact]
    public void Beats_that_waited_in_a_queue_are_late_and_not_skewed()
    {
        var known = TimeSpan.FromMilliseconds(-5);
        var previous = (Start, Start.AddMilliseconds(5), known);
        var released = Start.AddMinutes(30);

        for (var minute = 1; minute < 25; minute++)
        {
            var sentAt = Start.AddMinutes(minute);
            var skew = ClockSkew.Estimate(previous, sentAt, released);
            skew.ShouldBe(known);
            previous = (sentAt, released, skew);
        }
    }

    private static ServiceInstance Instance(DateTimeOffset lastReceivedAt) => new()
    {
        Service = "submissions",
        InstanceId = Guid.Empty,
        Version = "1",
        StartedAt = Start,
        Health = HeartbeatHealth.Healthy,
        Issues = [],
        LastSentAt = lastReceivedAt,
        LastReceivedAt = lastReceivedAt,
        ClockSkewMs = 0,
    };
}
