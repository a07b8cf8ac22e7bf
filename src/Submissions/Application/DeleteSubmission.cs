using MemoCoach.Contracts;

namespace MemoCoach.Submissions.Application;

/// <summary>Erases a submission here at once, and has the other services erase what they hold of it.</summary>
internal sealed class DeleteSubmission(ISubmissionsStorage storage, SubmissionChanges changes, TimeProvider clock)
{
    /// <returns>False where the writer has no such submission.</returns>
    public Task<bool> HandleAsync(Guid writerId, Guid submissionId, CancellationToken cancellationToken) => storage.WriteAsync(
        async (session, token) =>
        {
            var submission = await session.FindSubmissionAsync(submissionId, token);
            if (submission?.WriterId != writerId)
            {
                return false;
            }

            var now = clock.GetUtcMicroseconds();
            await session.EraseAsync(submission, now, token);
            session.Publish(new SubmissionDeleted(submissionId, writerId, now));
            session.AfterCommit(() => changes.Announce(submissionId));
            return true;
        },
        cancellationToken);
}
