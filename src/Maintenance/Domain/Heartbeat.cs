namespace MemoCoach.Maintenance.Domain;

/// <summary>One heartbeat as it arrived. Thinned to <see cref="UptimeHour"/>s as it ages.</summary>
public sealed class Heartbeat
{
    public required Guid Id { get; init; }

    public required string Service { get; init; }

    public required Guid InstanceId { get; init; }

    public required string Version { get; init; }

    public required HeartbeatHealth Health { get; init; }

    public required IReadOnlyList<string> Issues { get; init; }

    /// <summary>By the clock of the sender.</summary>
    public required DateTimeOffset SentAt { get; init; }

    /// <summary>By the clock of Maintenance.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>When it was sent, by the clock of Maintenance as far as the sender's skew is known.</summary>
    public required DateTimeOffset BeatAt { get; init; }
}

/// <summary>Health as the service itself sees it.</summary>
public enum HeartbeatHealth
{
    Healthy = 0,
    Degraded = 1,

    /// <summary>The process is there but cannot do its work; this does not count as up.</summary>
    Unhealthy = 2,
}
