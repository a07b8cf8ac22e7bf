namespace MemoCoach.Maintenance.Domain;

public static class ServiceStatus
{
    /// <summary>
    /// A service is as well as the instances that are alive: degraded as soon as one of them is, late or missing only
    /// when none is left.
    /// </summary>
    public static LiveStatus Of(IReadOnlyCollection<LiveStatus> instances) => instances switch
    {
        { Count: 0 } => LiveStatus.Unknown,
        _ when instances.Contains(LiveStatus.Degraded) => LiveStatus.Degraded,
        _ => instances.Min(),
    };
}
