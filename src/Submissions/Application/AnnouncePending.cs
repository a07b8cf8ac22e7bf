using MemoCoach.Contracts;
using Microsoft.Extensions.Options;

namespace MemoCoach.Submissions.Application;

/// <summary>
/// Announces again what has had no answer for too long: a message may be lost with a broker's disk or a restored backup,
/// a memo may not. Evaluation answers an announcement it has served with the result, and ignores one it is working on.
/// </summary>
internal sealed class AnnouncePending(ISubmissionsStorage storage, IOptions<SubmissionsOptions> options, TimeProvider clock)
{
    private const int BatchSize = 100;

    /// <returns>The number of submissions announced again.</returns>
    public async Task<int> HandleAsync(CancellationToken cancellationToken)
    {
        var total = 0;
        int announced;
        do
        {
            announced = await storage.WriteAsync(AnnounceBatchAsync, cancellationToken);
            total += announced;
        }
        while (announced == BatchSize);
        return total;
    }

    private async Task<int> AnnounceBatchAsync(ISubmissionsSession session, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcMicroseconds();
        var silent = await session.ListSilentAsync(now - options.Value.SilenceLimit, BatchSize, cancellationToken);
        foreach (var submission in silent)
        {
            submission.AnnouncedAt = now;
            session.Publish(Announcement.Of(submission));
        }

        await session.RemoveKeysAsync(now - options.Value.IdempotencyKeyLifetime, cancellationToken);
        return silent.Count;
    }
}
