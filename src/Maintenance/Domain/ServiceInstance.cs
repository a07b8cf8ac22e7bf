namespace MemoCoach.Maintenance.Domain;

/// <summary>One process of one service, as its last heartbeat described it.</summary>
public sealed class ServiceInstance
{
    public required string Service { get; init; }

    public required Guid InstanceId { get; init; }

    public required string Version { get; set; }

    public required DateTimeOffset StartedAt { get; set; }

    public required HeartbeatHealth Health { get; set; }

    public required IReadOnlyList<string> Issues { get; set; }

    public required DateTimeOffset LastSentAt { get; set; }

    public required DateTimeOffset LastReceivedAt { get; set; }

    /// <summary>How far the instance's clock is ahead of ours (negative: behind).</summary>
    public required long ClockSkewMs { get; set; }
}

/// <summary>A service that was ever heard of.</summary>
public sealed class MonitoredService
{
    public required string Service { get; init; }

    /// <summary>Uptime is counted from here.</summary>
    public required DateTimeOffset FirstBeatAt { get; set; }

    /// <summary>Beats before this are thinned to hours; from here on they are kept one by one.</summary>
    public required DateTimeOffset ThinnedUntil { get; set; }
}

/// <summary>How long a service was up within one hour: what is left of its heartbeats.</summary>
public sealed class UptimeHour
{
    public required string Service { get; init; }

    /// <summary>The hour's beginning, UTC.</summary>
    public required DateTimeOffset Hour { get; init; }

    public required long UpMs { get; init; }

    public required int Beats { get; init; }
}
