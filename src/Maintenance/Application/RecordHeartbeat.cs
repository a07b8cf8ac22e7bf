using MemoCoach.Contracts;
using MemoCoach.Maintenance.Domain;
using Microsoft.Extensions.Logging;

namespace MemoCoach.Maintenance.Application;

/// <summary>Notes one heartbeat: that the service lives, and how its clock stands to ours.</summary>
public sealed class RecordHeartbeat(HeartbeatSettings settings, TimeProvider clock, ILogger<RecordHeartbeat> logger)
{
    private const int LongestName = 64;
    private const int LongestVersion = 100;
    private const int MostIssues = 50;

    public async Task RunAsync(IHeartbeatSession session, HeartbeatSent message, CancellationToken cancellationToken)
    {
        var now = Truncate(clock.GetUtcNow());
        var name = Shorten(message.Service, LongestName);
        var sentAt = Truncate(message.SentAt);
        var instance = await session.FindInstanceAsync(name, message.InstanceId, cancellationToken);
        var skew = ClockSkew.Estimate(
            instance is null ? null : (instance.LastSentAt, instance.LastReceivedAt, TimeSpan.FromMilliseconds(instance.ClockSkewMs)), sentAt, now);
        WarnAboutClock(instance, message, skew);

        // A beat that waited in a queue while Maintenance was away still counts for the time at which it was sent.
        var beatAt = sentAt - skew < now ? Truncate(sentAt - skew) : now;
        Describe(session, instance, name, message, sentAt, now, skew);
        await KeepAsync(session, NewBeat(name, message, sentAt, now, beatAt), now, cancellationToken);
    }

    private static void Describe(
        IHeartbeatSession session, ServiceInstance? instance, string name, HeartbeatSent message, DateTimeOffset sentAt, DateTimeOffset now, TimeSpan skew)
    {
        if (instance is null)
        {
            session.Add(new ServiceInstance
            {
                Service = name,
                InstanceId = message.InstanceId,
                Version = Shorten(message.Version, LongestVersion),
                StartedAt = Truncate(message.StartedAt),
                Health = HealthOf(message),
                Issues = IssuesOf(message),
                LastSentAt = sentAt,
                LastReceivedAt = now,
                ClockSkewMs = (long)skew.TotalMilliseconds,
            });
            return;
        }

        instance.LastReceivedAt = now;
        instance.ClockSkewMs = (long)skew.TotalMilliseconds;
        instance.Version = Shorten(message.Version, LongestVersion);
        instance.Health = HealthOf(message);
        instance.Issues = IssuesOf(message);
        instance.LastSentAt = sentAt;
    }

    private async Task KeepAsync(IHeartbeatSession session, Heartbeat beat, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var service = await session.FindServiceAsync(beat.Service, cancellationToken);
        if (service is null)
        {
            session.Add(new MonitoredService { Service = beat.Service, FirstBeatAt = beat.BeatAt, ThinnedUntil = Uptime.HourOf(beat.BeatAt) });
        }
        else if (beat.BeatAt < service.ThinnedUntil || beat.BeatAt < now - settings.KeepBeats)
        {
            return; // So late that its hour is closed.
        }
        else if (beat.BeatAt < service.FirstBeatAt)
        {
            service.FirstBeatAt = beat.BeatAt;
        }

        session.Add(beat);
    }

    private void WarnAboutClock(ServiceInstance? instance, HeartbeatSent message, TimeSpan skew)
    {
        var tolerable = settings.TolerableSkew;
        var wasTolerable = instance is null || TimeSpan.FromMilliseconds(instance.ClockSkewMs).Duration() <= tolerable;
        if (wasTolerable && skew.Duration() > tolerable)
        {
            logger.LogWarning(
                "The clock of {Service} ({InstanceId}) differs from Maintenance's by {SkewMs} ms.",
                message.Service, message.InstanceId, (long)skew.TotalMilliseconds);
        }
    }

    private static Heartbeat NewBeat(string name, HeartbeatSent message, DateTimeOffset sentAt, DateTimeOffset now, DateTimeOffset beatAt) => new()
    {
        Id = Guid.CreateVersion7(now),
        Service = name,
        InstanceId = message.InstanceId,
        Version = Shorten(message.Version, LongestVersion),
        Health = HealthOf(message),
        Issues = IssuesOf(message),
        SentAt = sentAt,
        ReceivedAt = now,
        BeatAt = beatAt,
    };

    // What a service says in a way that this version does not understand is no proof of health.
    private static HeartbeatHealth HealthOf(HeartbeatSent message) =>
        Enum.TryParse<HeartbeatHealth>(message.Status, ignoreCase: true, out var health) && Enum.IsDefined(health) ? health : HeartbeatHealth.Unhealthy;

    private static string[] IssuesOf(HeartbeatSent message) =>
        [.. message.Issues.Take(MostIssues).Select(issue => Shorten(issue, LongestName))];

    private static string Shorten(string text, int length) => text.Length <= length ? text : text[..length];

    private static DateTimeOffset Truncate(DateTimeOffset time) =>
        new(time.UtcTicks - (time.UtcTicks % TimeSpan.TicksPerMicrosecond), TimeSpan.Zero);
}
