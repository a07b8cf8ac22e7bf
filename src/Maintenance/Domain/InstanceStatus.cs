namespace MemoCoach.Maintenance.Domain;

/// <summary>Best first, so that the smallest of a service's instances speaks for it.</summary>
public enum LiveStatus
{
    Up,
    Degraded,
    Late,

    /// <summary>Not heard since Maintenance itself started, which is too short ago to blame the service.</summary>
    Unknown,
    Missing,
}

/// <summary>Judges silence by the clock of Maintenance alone.</summary>
public sealed record SilenceLimits(TimeSpan Period, TimeSpan LateAfter, int MissesUntilMissing)
{
    public TimeSpan MissingAfter => Period * MissesUntilMissing;

    /// <param name="listeningSince">Start of this Maintenance: before it, silence proves nothing.</param>
    public LiveStatus StatusOf(ServiceInstance instance, DateTimeOffset listeningSince, DateTimeOffset now)
    {
        var heard = instance.LastReceivedAt >= listeningSince;
        var silence = now - (heard ? instance.LastReceivedAt : listeningSince);
        return silence switch
        {
            _ when silence >= MissingAfter => LiveStatus.Missing,
            _ when silence > LateAfter => LiveStatus.Late,
            _ when !heard && now - instance.LastReceivedAt > LateAfter => LiveStatus.Unknown,
            _ => instance.Health == HeartbeatHealth.Healthy ? LiveStatus.Up : LiveStatus.Degraded,
        };
    }

    /// <summary>Beats that are overdue by now.</summary>
    public int MissedBeats(ServiceInstance instance, DateTimeOffset now) =>
        (int)Math.Clamp((now - instance.LastReceivedAt) / Period, 0, int.MaxValue);
}
