using MemoCoach.Maintenance.Application;
using MemoCoach.Maintenance.Domain;
using MemoCoach.Storage;
using Microsoft.EntityFrameworkCore;

namespace MemoCoach.Maintenance.Infrastructure;

internal sealed class HeartbeatStorage(Database<MaintenanceDbContext> database) : IHeartbeatStorage
{
    public Task<T> WriteAsync<T>(Func<IHeartbeatSession, CancellationToken, Task<T>> unitOfWork, CancellationToken cancellationToken) =>
        database.WriteAsync((db, token) => unitOfWork(new HeartbeatSession(db), token), cancellationToken);

    public Task<IReadOnlyList<string>> ReadServiceNamesAsync(CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<string>>(
            async (db, token) => await db.Services.Select(service => service.Service).Order().ToListAsync(token), cancellationToken);

    public Task<HeartbeatHistory> ReadAsync(DateTimeOffset from, CancellationToken cancellationToken) =>
        database.ReadAsync(
            async (db, token) =>
            {
                // In this order an hour that is thinned meanwhile is seen as beats, or as beats and an hour, but never as
                // neither; the reader gives the hour precedence.
                var beats = await db.Heartbeats
                    .Where(beat => beat.BeatAt >= from && beat.Health != HeartbeatHealth.Unhealthy)
                    .OrderBy(beat => beat.BeatAt)
                    .Select(beat => new { beat.Service, beat.BeatAt })
                    .ToListAsync(token);
                var hours = await db.UptimeHours.Where(hour => hour.Hour >= from).ToListAsync(token);
                var instances = await db.Instances.ToListAsync(token);
                var services = await db.Services.ToListAsync(token);
                return new HeartbeatHistory(
                    services, instances, hours.ToLookup(hour => hour.Service), beats.ToLookup(beat => beat.Service, beat => beat.BeatAt));
            },
            cancellationToken);
}
