using MemoCoach.Maintenance.Domain;

namespace MemoCoach.Maintenance.Application;

/// <summary>
/// Turns beats that are old into one row an hour, and lets go of hours that are older still. Each hour is one
/// transaction, so a crash leaves whole hours, thinned or not.
/// </summary>
public sealed class ThinHeartbeats(IHeartbeatStorage storage, HeartbeatSettings settings, TimeProvider clock)
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var closedUntil = Uptime.HourOf(now - settings.KeepBeats);
        foreach (var service in await storage.ReadServiceNamesAsync(cancellationToken))
        {
            while (await storage.WriteAsync((session, token) => TryThinHourAsync(session, service, closedUntil, token), cancellationToken))
            {
                cancellationToken.ThrowIfCancellationRequested();
            }
        }

        await storage.WriteAsync(
            async (session, token) =>
            {
                await session.RemoveHoursAsync(now - settings.KeepHours, token);
                await session.RemoveInstancesAsync(now - settings.KeepHours, token);
                return true;
            },
            cancellationToken);
    }

    /// <returns>False when there is nothing left to thin.</returns>
    private async Task<bool> TryThinHourAsync(
        IHeartbeatSession session, string name, DateTimeOffset closedUntil, CancellationToken cancellationToken)
    {
        var service = await session.FindServiceAsync(name, cancellationToken);
        if (service is null || service.ThinnedUntil >= closedUntil)
        {
            return false;
        }

        // A beat vouches beyond the end of its hour, so the last ones of an hour stay until the next hour is thinned.
        var grace = settings.LateAfter;
        var first = await session.FindFirstBeatAsync(name, service.ThinnedUntil - grace, cancellationToken);
        if (first is null || first >= closedUntil)
        {
            // Silence needs no rows: an hour without one was an hour down.
            service.ThinnedUntil = closedUntil;
            return false;
        }

        var hour = first > service.ThinnedUntil ? Uptime.HourOf(first.Value) : service.ThinnedUntil;
        var beats = await session.ReadBeatsAsync(name, hour - grace, hour + Hour, cancellationToken);
        var up = Uptime.TimeUp(
            beats.Where(beat => beat.Health != HeartbeatHealth.Unhealthy).Select(beat => beat.BeatAt), grace, hour, hour + Hour);
        session.Add(new UptimeHour
        {
            Service = name,
            Hour = hour,
            UpMs = (long)up.TotalMilliseconds,
            Beats = beats.Count(beat => beat.BeatAt >= hour),
        });
        service.ThinnedUntil = hour + Hour;
        await session.RemoveBeatsAsync(name, hour + Hour - grace, cancellationToken);
        return true;
    }
}
