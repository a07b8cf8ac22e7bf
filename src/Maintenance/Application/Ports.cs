using MemoCoach.Maintenance.Domain;

namespace MemoCoach.Maintenance.Application;

/// <summary>What is written about heartbeats, within one transaction.</summary>
public interface IHeartbeatSession
{
    Task<MonitoredService?> FindServiceAsync(string service, CancellationToken cancellationToken);

    Task<ServiceInstance?> FindInstanceAsync(string service, Guid instanceId, CancellationToken cancellationToken);

    void Add(MonitoredService service);

    void Add(ServiceInstance instance);

    void Add(Heartbeat beat);

    void Add(UptimeHour hour);

    /// <summary>The earliest beat from a time on, or null.</summary>
    Task<DateTimeOffset?> FindFirstBeatAsync(string service, DateTimeOffset from, CancellationToken cancellationToken);

    /// <summary>Beats in [from, until), ascending.</summary>
    Task<IReadOnlyList<Heartbeat>> ReadBeatsAsync(string service, DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken);

    Task RemoveBeatsAsync(string service, DateTimeOffset before, CancellationToken cancellationToken);

    Task RemoveHoursAsync(DateTimeOffset before, CancellationToken cancellationToken);

    Task RemoveInstancesAsync(DateTimeOffset lastReceivedBefore, CancellationToken cancellationToken);
}

public interface IHeartbeatStorage
{
    Task<T> WriteAsync<T>(Func<IHeartbeatSession, CancellationToken, Task<T>> unitOfWork, CancellationToken cancellationToken);

    /// <summary>Everything the status page is made of, as of one moment.</summary>
    Task<HeartbeatHistory> ReadAsync(DateTimeOffset from, CancellationToken cancellationToken);

    Task<IReadOnlyList<string>> ReadServiceNamesAsync(CancellationToken cancellationToken);
}

/// <summary>Where heartbeats are heard.</summary>
public interface IListeningPost
{
    /// <summary>When this process began to listen; it cannot say who was silent before.</summary>
    DateTimeOffset Since { get; }
}

/// <param name="Hours">Thinned hours from the time asked for on.</param>
/// <param name="Beats">Times of the beats that vouch and are still kept one by one, ascending.</param>
public sealed record HeartbeatHistory(
    IReadOnlyList<MonitoredService> Services,
    IReadOnlyList<ServiceInstance> Instances,
    ILookup<string, UptimeHour> Hours,
    ILookup<string, DateTimeOffset> Beats);
