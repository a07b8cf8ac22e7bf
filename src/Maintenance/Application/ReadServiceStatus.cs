using MemoCoach.Contracts;
using MemoCoach.Maintenance.Domain;

namespace MemoCoach.Maintenance.Application;

/// <summary>How every service is, and how it has been.</summary>
public sealed class ReadServiceStatus(IHeartbeatStorage storage, IListeningPost listening, HeartbeatSettings settings, TimeProvider clock)
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);
    private static readonly TimeSpan Month = TimeSpan.FromDays(30);

    /// <param name="days">How many UTC days to report one by one, today included.</param>
    public async Task<SystemStatus> RunAsync(int days, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var today = new DateTimeOffset(now.UtcDateTime.Date, TimeSpan.Zero);
        var firstDay = today.AddDays(1 - days);
        var monthAgo = Uptime.HourOf(now - Month);
        var history = await storage.ReadAsync(firstDay < monthAgo ? firstDay : monthAgo, cancellationToken);

        var names = ServiceNames.All.Concat(history.Services.Select(service => service.Service).Order(StringComparer.Ordinal)).Distinct(StringComparer.Ordinal);
        return new SystemStatus(now, [.. names.Select(name => Describe(name, history, firstDay, days, now))]);
    }

    private ServiceReport Describe(string name, HeartbeatHistory history, DateTimeOffset firstDay, int days, DateTimeOffset now)
    {
        var service = history.Services.FirstOrDefault(candidate => candidate.Service == name);
        var instances = LiveInstances(history.Instances.Where(instance => instance.Service == name), now);
        if (service is null)
        {
            return new ServiceReport(name, ServiceStatus.Of([]), [], null, null, []);
        }

        double? UptimeOf(DateTimeOffset from, DateTimeOffset until) => Share(service, history, from, until < now ? until : now);
        return new ServiceReport(
            name,
            instances.Count == 0 ? LiveStatus.Missing : ServiceStatus.Of([.. instances.Select(instance => instance.Status)]),
            instances,
            UptimeOf(now - Day, now),
            UptimeOf(Uptime.HourOf(now - Month), now),
            [
                .. Enumerable.Range(0, days).Select(day => firstDay.AddDays(day)).Select(day =>
                    new DayReport(DateOnly.FromDateTime(day.UtcDateTime), UptimeOf(day, day + Day))),
            ]);
    }

    private double? Share(MonitoredService service, HeartbeatHistory history, DateTimeOffset from, DateTimeOffset until)
    {
        var observedFrom = from > service.FirstBeatAt ? from : service.FirstBeatAt;
        if (observedFrom >= until)
        {
            return null;
        }

        // Beats of a thinned hour may still be there; the hour counts.
        var hours = history.Hours[service.Service].ToList();
        var thinnedUntil = hours.Count == 0 ? DateTimeOffset.MinValue : hours.Max(hour => hour.Hour).AddHours(1);
        var thinned = hours.Where(hour => hour.Hour >= Uptime.HourOf(from) && hour.Hour < until).Sum(hour => hour.UpMs);
        var keptFrom = observedFrom > thinnedUntil ? observedFrom : thinnedUntil;
        var kept = Uptime.TimeUp(history.Beats[service.Service], settings.LateAfter, keptFrom, until);
        return Uptime.Share(TimeSpan.FromMilliseconds(thinned) + kept, until - observedFrom);
    }

    private List<InstanceReport> LiveInstances(IEnumerable<ServiceInstance> all, DateTimeOffset now)
    {
        var newestFirst = all.OrderByDescending(instance => instance.LastReceivedAt).ToList();
        return
        [
            .. newestFirst
                // The newest one is shown however long it has been silent: it is what is known of the service.
                .Where((instance, index) => index == 0 || now - instance.LastReceivedAt <= settings.ShowSilentInstance)
                .Select(instance => new InstanceReport(
                    instance,
                    settings.Limits.StatusOf(instance, listening.Since, now),
                    settings.Limits.MissedBeats(instance, now))),
        ];
    }
}

public sealed record SystemStatus(DateTimeOffset GeneratedAt, IReadOnlyList<ServiceReport> Services);

public sealed record ServiceReport(
    string Service, LiveStatus Status, IReadOnlyList<InstanceReport> Instances, double? Uptime24h, double? Uptime30d, IReadOnlyList<DayReport> Days);

public sealed record InstanceReport(ServiceInstance Instance, LiveStatus Status, int MissedBeats);

/// <param name="Uptime">Null where the service was not observed.</param>
public sealed record DayReport(DateOnly Date, double? Uptime);
