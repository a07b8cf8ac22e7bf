namespace MemoCoach.Contracts;

/// <summary>Times as messages and both database providers carry them.</summary>
public static class Timestamps
{
    /// <summary>
    /// The current time in UTC, truncated to microseconds: the resolution of PostgreSQL's <c>timestamptz</c>. Truncated
    /// when it is made, so that a value compares equal to itself after a round trip.
    /// </summary>
    public static DateTimeOffset GetUtcMicroseconds(this TimeProvider clock) => clock.GetUtcNow().TruncateToMicroseconds();

    /// <summary>The same instant in UTC, without the digits below a microsecond.</summary>
    public static DateTimeOffset TruncateToMicroseconds(this DateTimeOffset time) =>
        new(time.UtcTicks - (time.UtcTicks % TimeSpan.TicksPerMicrosecond), TimeSpan.Zero);
}
