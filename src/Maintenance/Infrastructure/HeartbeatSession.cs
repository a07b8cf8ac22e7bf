using MemoCoach.Maintenance.Application;
using MemoCoach.Maintenance.Domain;
using Microsoft.EntityFrameworkCore;

namespace MemoCoach.Maintenance.Infrastructure;

internal sealed class HeartbeatSession(MaintenanceDbContext db) : IHeartbeatSession
{
    public async Task<MonitoredService?> FindServiceAsync(string service, CancellationToken cancellationToken) =>
        await db.Services.FindAsync([service], cancellationToken);

    public async Task<ServiceInstance?> FindInstanceAsync(string service, Guid instanceId, CancellationToken cancellationToken) =>
        await db.Instances.FindAsync([service, instanceId], cancellationToken);

    public void Add(MonitoredService service) => db.Services.Add(service);

    public void Add(ServiceInstance instance) => db.Instances.Add(instance);

    public void Add(Heartbeat beat) => db.Heartbeats.Add(beat);

    public void Add(UptimeHour hour) => db.UptimeHours.Add(hour);

    public Task<DateTimeOffset?> FindFirstBeatAsync(string service, DateTimeOffset from, CancellationToken cancellationToken) =>
        db.Heartbeats
            .Where(beat => beat.Service == service && beat.BeatAt >= from)
            .OrderBy(beat => beat.BeatAt)
            .Select(beat => (DateTimeOffset?)beat.BeatAt)
            .FirstOrDefaultAsync(cancellationToken);

    public async Task<IReadOnlyList<Heartbeat>> ReadBeatsAsync(
        string service, DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken) =>
        await db.Heartbeats.AsNoTracking()
            .Where(beat => beat.Service == service && beat.BeatAt >= from && beat.BeatAt < until)
            .OrderBy(beat => beat.BeatAt)
            .ToListAsync(cancellationToken);

    public Task RemoveBeatsAsync(string service, DateTimeOffset before, CancellationToken cancellationToken) =>
        db.Heartbeats.Where(beat => beat.Service == service && beat.BeatAt < before).ExecuteDeleteAsync(cancellationToken);

    public Task RemoveHoursAsync(DateTimeOffset before, CancellationToken cancellationToken) =>
        db.UptimeHours.Where(hour => hour.Hour < before).ExecuteDeleteAsync(cancellationToken);

    public Task RemoveInstancesAsync(DateTimeOffset lastReceivedBefore, CancellationToken cancellationToken) =>
        db.Instances.Where(instance => instance.LastReceivedAt < lastReceivedBefore).ExecuteDeleteAsync(cancellationToken);
}
