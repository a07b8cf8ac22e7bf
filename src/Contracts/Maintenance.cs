namespace MemoCoach.Contracts;

/// <summary>A service says that it is alive, once a minute. Published by every instance; consumed by Maintenance.</summary>
/// <param name="Service">One of <see cref="ServiceNames"/>.</param>
/// <param name="InstanceId">Changes with every start of a process.</param>
/// <param name="Status">Health as the service itself sees it: <c>Healthy</c>, <c>Degraded</c> or <c>Unhealthy</c>.</param>
/// <param name="Issues">Names of the health checks that are not healthy.</param>
[Ephemeral]
public sealed record HeartbeatSent(
    string Service,
    Guid InstanceId,
    string Version,
    string Status,
    IReadOnlyList<string> Issues,
    DateTimeOffset StartedAt,
    DateTimeOffset SentAt);
