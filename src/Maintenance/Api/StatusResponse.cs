using MemoCoach.Maintenance.Application;
using MemoCoach.Maintenance.Domain;

namespace MemoCoach.Maintenance.Api;

internal sealed record StatusResponse(IReadOnlyList<ServiceResponse> Services, DateTimeOffset GeneratedAt)
{
    public static StatusResponse Of(SystemStatus status) => new([.. status.Services.Select(ServiceResponse.Of)], status.GeneratedAt);
}

/// <param name="Status"><c>up</c>, <c>degraded</c>, <c>late</c>, <c>missing</c> or <c>unknown</c>.</param>
/// <param name="Uptime24h">0 to 1; null where nothing was observed.</param>
/// <param name="Days">UTC days, oldest first; today is the last.</param>
internal sealed record ServiceResponse(
    string Service, string Status, IReadOnlyList<InstanceResponse> Instances, double? Uptime24h, double? Uptime30d, IReadOnlyList<DayResponse> Days)
{
    public static ServiceResponse Of(ServiceReport report) => new(
        report.Service,
        Name(report.Status),
        [.. report.Instances.Select(InstanceResponse.Of)],
        report.Uptime24h,
        report.Uptime30d,
        [.. report.Days.Select(day => new DayResponse(day.Date, day.Uptime))]);

    public static string Name(LiveStatus status) => status switch
    {
        LiveStatus.Up => "up",
        LiveStatus.Degraded => "degraded",
        LiveStatus.Late => "late",
        LiveStatus.Missing => "missing",
        LiveStatus.Unknown => "unknown",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "No such status."),
    };
}

/// <param name="Issues">Names of the health checks that are not healthy.</param>
/// <param name="ClockSkewMs">How far the instance's clock is ahead of Maintenance's; negative: behind.</param>
internal sealed record InstanceResponse(
    Guid Id, string Version, DateTimeOffset StartedAt, DateTimeOffset LastBeatAt, string Status, int MissedBeats, IReadOnlyList<string> Issues, long ClockSkewMs)
{
    public static InstanceResponse Of(InstanceReport report) => new(
        report.Instance.InstanceId,
        report.Instance.Version,
        report.Instance.StartedAt,
        report.Instance.LastReceivedAt,
        ServiceResponse.Name(report.Status),
        report.MissedBeats,
        report.Instance.Issues,
        report.Instance.ClockSkewMs);
}

internal sealed record DayResponse(DateOnly Date, double? Uptime);
