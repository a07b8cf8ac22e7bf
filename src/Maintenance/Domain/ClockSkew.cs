namespace MemoCoach.Maintenance.Domain;

/// <summary>
/// Tells a clock that is wrong from a message that was delayed. Both make a beat look old, but a delay only ever makes
/// it look older: the sample that shows the least age is the most honest one (the idea of NTP's clock filter, RFC 5905,
/// section 10).
/// </summary>
public static class ClockSkew
{
    /// <summary>Beats that arrive in the rhythm in which they were sent, within this much, were not held up.</summary>
    private static readonly TimeSpan Rhythm = TimeSpan.FromSeconds(5);

    /// <param name="previous">The beat before of the same instance, with what was then known; null for the first.</param>
    /// <returns>How far the sender's clock is ahead of ours; negative: behind, or delayed.</returns>
    public static TimeSpan Estimate(
        (DateTimeOffset SentAt, DateTimeOffset ReceivedAt, TimeSpan Skew)? previous, DateTimeOffset sentAt, DateTimeOffset receivedAt)
    {
        var sample = sentAt - receivedAt;
        if (previous is not { } before || sample > before.Skew)
        {
            return sample;
        }

        var drift = (receivedAt - before.ReceivedAt) - (sentAt - before.SentAt);
        return drift.Duration() <= Rhythm ? sample : before.Skew;
    }
}
