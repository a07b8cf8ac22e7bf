using System.Linq.Expressions;
using MemoCoach.Messaging;
using MemoCoach.Submissions.Application;
using MemoCoach.Submissions.Domain;
using Microsoft.EntityFrameworkCore;

namespace MemoCoach.Submissions.Infrastructure;

/// <summary>One transaction on the service's data.</summary>
internal sealed class SubmissionsSession(SubmissionsDbContext db) : ISubmissionsSession
{
    private static readonly Expression<Func<Submission, SubmissionSummary>> Summary = submission => new SubmissionSummary(
        submission.Id,
        submission.WriterId,
        submission.MemoId,
        submission.Draft,
        submission.Title,
        submission.Language,
        submission.Status,
        submission.SubmittedAt,
        submission.CompletedAt,
        submission.OverallScore,
        submission.FailureCode,
        submission.FailureReason);

    public Task<Submission?> FindSubmissionAsync(Guid id, CancellationToken cancellationToken) =>
        db.Submissions.FirstOrDefaultAsync(submission => submission.Id == id, cancellationToken);

    public Task<SubmissionSummary?> FindSummaryAsync(Guid id, CancellationToken cancellationToken) =>
        db.Submissions.Where(submission => submission.Id == id).Select(Summary).FirstOrDefaultAsync(cancellationToken);

    public Task<Memo?> FindMemoAsync(Guid id, CancellationToken cancellationToken) =>
        db.Memos.FirstOrDefaultAsync(memo => memo.Id == id, cancellationToken);

    public Task<IdempotencyKey?> FindKeyAsync(Guid writerId, string key, CancellationToken cancellationToken) =>
        db.IdempotencyKeys.FirstOrDefaultAsync(row => row.WriterId == writerId && row.Key == key, cancellationToken);

    public Task<bool> IsErasedAsync(Guid submissionId, CancellationToken cancellationToken) =>
        db.Tombstones.AnyAsync(tombstone => tombstone.SubmissionId == submissionId, cancellationToken);

    public Task<List<SubmissionSummary>> ListAsync(
        Guid writerId, Guid? memoId, Guid? before, int limit, CancellationToken cancellationToken)
    {
        var submissions = db.Submissions.Where(submission => submission.WriterId == writerId);
        if (memoId is { } memo)
        {
            submissions = submissions.Where(submission => submission.MemoId == memo);
        }

        if (before is { } cursor)
        {
            submissions = submissions.Where(submission => submission.Id < cursor);
        }

        return submissions.OrderByDescending(submission => submission.Id).Take(limit).Select(Summary).ToListAsync(cancellationToken);
    }

    public Task<List<Submission>> ListSilentAsync(DateTimeOffset before, int limit, CancellationToken cancellationToken) =>
        db.Submissions
            .Where(submission => (submission.Status == SubmissionStatus.Queued || submission.Status == SubmissionStatus.Evaluating)
                && submission.AnnouncedAt < before)
            .OrderBy(submission => submission.AnnouncedAt)
            .Take(limit)
            .ToListAsync(cancellationToken);

    public void Add(Submission submission) => db.Add(submission);

    public void Add(Memo memo) => db.Add(memo);

    public void Add(IdempotencyKey key) => db.Add(key);

    public void Add(ScoreRecord score) => db.Add(score);

    public async Task<bool> AnswerAsync(Guid submissionId, SubmissionAnswer answer, CancellationToken cancellationToken) =>
        await db.Submissions
            .Where(submission => submission.Id == submissionId
                && (submission.Status == SubmissionStatus.Queued
                    || submission.Status == SubmissionStatus.Evaluating
                    || (submission.Status == SubmissionStatus.Failed && answer.Status == SubmissionStatus.Completed)))
            .ExecuteUpdateAsync(
                submission => submission
                    .SetProperty(row => row.Status, answer.Status)
                    .SetProperty(row => row.CompletedAt, answer.AnsweredAt)
                    .SetProperty(row => row.Language, row => answer.Language ?? row.Language)
                    .SetProperty(row => row.OverallScore, answer.OverallScore)
                    .SetProperty(row => row.FailureCode, answer.FailureCode)
                    .SetProperty(row => row.FailureReason, answer.FailureReason),
                cancellationToken) > 0;

    public async Task<bool> ReopenAsync(Guid submissionId, DateTimeOffset announcedAt, CancellationToken cancellationToken) =>
        await db.Submissions
            .Where(submission => submission.Id == submissionId && submission.Status == SubmissionStatus.Failed)
            .ExecuteUpdateAsync(
                submission => submission
                    .SetProperty(row => row.Status, SubmissionStatus.Queued)
                    .SetProperty(row => row.AnnouncedAt, announcedAt)
                    .SetProperty(row => row.CompletedAt, (DateTimeOffset?)null)
                    .SetProperty(row => row.FailureCode, (string?)null)
                    .SetProperty(row => row.FailureReason, (string?)null),
                cancellationToken) > 0;

    public async Task EraseAsync(Submission submission, DateTimeOffset deletedAt, CancellationToken cancellationToken)
    {
        // The submission first: its row's lock waits for whoever answers or announces it at this moment, so that what
        // they add is there to be erased.
        var id = submission.Id;
        await db.Submissions.Where(row => row.Id == id).ExecuteDeleteAsync(cancellationToken);
        db.Entry(submission).State = EntityState.Detached;
        await db.EraseMessagesAsync(id, cancellationToken);
        await db.Scores.Where(score => score.SubmissionId == id).ExecuteDeleteAsync(cancellationToken);
        db.Add(new Tombstone { SubmissionId = id, DeletedAt = deletedAt });
        var isLastDraft = !await db.Submissions.AnyAsync(
            other => other.MemoId == submission.MemoId && other.Id != id, cancellationToken);
        if (isLastDraft && await FindMemoAsync(submission.MemoId, cancellationToken) is { } memo)
        {
            db.Remove(memo);
        }
    }

    public Task RemoveKeysAsync(DateTimeOffset createdBefore, CancellationToken cancellationToken) =>
        db.IdempotencyKeys.Where(key => key.CreatedAt < createdBefore).ExecuteDeleteAsync(cancellationToken);

    public void Publish<TMessage>(TMessage message)
        where TMessage : class => MessagingTables.Publish(db, message);

    public void AfterCommit(Action action) => db.AfterCommit(action);
}
