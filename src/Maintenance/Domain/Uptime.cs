namespace MemoCoach.Maintenance.Domain;

/// <summary>
/// Uptime from heartbeats. Each beat of a healthy or degraded instance vouches for the service from the moment it was
/// sent for the time of <c>grace</c>; up is the union of these intervals, so replicas do not count twice.
/// <c>uptime = time up / time observed</c>, where a service is observed from its first beat ever until now.
/// </summary>
public static class Uptime
{
    /// <summary>Time up within [from, until).</summary>
    /// <param name="beats">Times of the beats that vouch, ascending; those up to <paramref name="grace"/> before count too.</param>
    public static TimeSpan TimeUp(IEnumerable<DateTimeOffset> beats, TimeSpan grace, DateTimeOffset from, DateTimeOffset until)
    {
        var up = TimeSpan.Zero;
        var coveredUntil = from;
        foreach (var beat in beats)
        {
            var start = beat > coveredUntil ? beat : coveredUntil;
            var end = beat + grace < until ? beat + grace : until;
            if (end > start)
            {
                up += end - start;
                coveredUntil = end;
            }
        }

        return up;
    }

    /// <returns>0 to 1, or null where nothing was observed.</returns>
    public static double? Share(TimeSpan up, TimeSpan observed) =>
        observed > TimeSpan.Zero ? Math.Round(Math.Clamp(up / observed, 0, 1), 6) : null;

    /// <summary>The beginning of the hour in which a time lies, UTC.</summary>
    public static DateTimeOffset HourOf(DateTimeOffset time) => new(time.UtcTicks - (time.UtcTicks % TimeSpan.TicksPerHour), TimeSpan.Zero);
}
