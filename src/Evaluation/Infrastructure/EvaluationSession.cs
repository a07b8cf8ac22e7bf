using MemoCoach.Evaluation.Application;
using MemoCoach.Evaluation.Domain.Jobs;
using MemoCoach.Messaging;
using Microsoft.EntityFrameworkCore;

namespace MemoCoach.Evaluation.Infrastructure;

/// <summary>One transaction on the service's data.</summary>
internal sealed class EvaluationSession(EvaluationDbContext db) : IEvaluationSession
{
    public Task LockAsync(Guid submissionId, CancellationToken cancellationToken) => db.LockAsync(submissionId, cancellationToken);

    public Task<EvaluationJob?> FindJobAsync(Guid submissionId, CancellationToken cancellationToken) =>
        db.Jobs.FirstOrDefaultAsync(job => job.SubmissionId == submissionId, cancellationToken);

    public Task<StoredReview?> FindReviewAsync(Guid submissionId, CancellationToken cancellationToken) =>
        db.Reviews.FirstOrDefaultAsync(review => review.SubmissionId == submissionId, cancellationToken);

    public Task<bool> IsErasedAsync(Guid submissionId, CancellationToken cancellationToken) =>
        db.Tombstones.AnyAsync(tombstone => tombstone.SubmissionId == submissionId, cancellationToken);

    public Task<List<EvaluationJob>> TakeJobsAsync(DateTimeOffset now, int limit, CancellationToken cancellationToken)
    {
        // SQLite's transaction has the only write lock there is; on PostgreSQL, replicas pass over each other's rows.
        var jobs = db.Database.IsNpgsql()
            ? db.Jobs.FromSql(
                $"""
                SELECT * FROM "Jobs"
                WHERE "State" = 'Waiting' OR ("State" = 'Leased' AND "LeaseExpiresAt" < {now})
                ORDER BY "EnqueuedAt" LIMIT {limit} FOR UPDATE SKIP LOCKED
                """)
            : db.Jobs
                .Where(job => job.State == JobState.Waiting || (job.State == JobState.Leased && job.LeaseExpiresAt < now))
                .OrderBy(job => job.EnqueuedAt)
                .Take(limit);
        return jobs.ToListAsync(cancellationToken);
    }

    public Task<List<Guid>> ListWaitingAsync(int limit, CancellationToken cancellationToken) =>
        db.Jobs.Where(job => job.State == JobState.Waiting)
            .OrderBy(job => job.EnqueuedAt)
            .Select(job => job.SubmissionId)
            .Take(limit)
            .ToListAsync(cancellationToken);

    public Task RenewLeasesAsync(IReadOnlyCollection<Guid> attemptIds, DateTimeOffset expiresAt, CancellationToken cancellationToken) =>
        db.Jobs.Where(job => job.AttemptId != null && attemptIds.Contains(job.AttemptId.Value))
            .ExecuteUpdateAsync(job => job.SetProperty(row => row.LeaseExpiresAt, expiresAt), cancellationToken);

    public async Task ReleaseAsync(IReadOnlyCollection<Guid> attemptIds, DateTimeOffset at, CancellationToken cancellationToken)
    {
        await db.Jobs.Where(job => job.AttemptId != null && attemptIds.Contains(job.AttemptId.Value))
            .ExecuteUpdateAsync(
                job => job
                    .SetProperty(row => row.State, JobState.Waiting)
                    .SetProperty(row => row.AttemptId, (Guid?)null)
                    .SetProperty(row => row.LeaseExpiresAt, (DateTimeOffset?)null),
                cancellationToken);
        await db.Attempts.Where(attempt => attemptIds.Contains(attempt.Id) && attempt.Outcome == AttemptOutcome.Running)
            .ExecuteUpdateAsync(
                attempt => attempt.SetProperty(row => row.Outcome, AttemptOutcome.Interrupted).SetProperty(row => row.EndedAt, at),
                cancellationToken);
    }

    public async Task ExpireLeasesOfDeadProcessAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (!db.Database.IsSqlite())
        {
            return; // Other replicas may be alive and at work.
        }

        await db.Jobs.Where(job => job.State == JobState.Leased)
            .ExecuteUpdateAsync(job => job.SetProperty(row => row.LeaseExpiresAt, now.AddSeconds(-1)), cancellationToken);
    }

    public Task EndAttemptAsync(Guid attemptId, AttemptOutcome outcome, DateTimeOffset at, CancellationToken cancellationToken) =>
        db.Attempts.Where(attempt => attempt.Id == attemptId)
            .ExecuteUpdateAsync(
                attempt => attempt.SetProperty(row => row.Outcome, outcome).SetProperty(row => row.EndedAt, at), cancellationToken);

    public async Task<bool> RemoveJobAsync(Guid submissionId, Guid attemptId, CancellationToken cancellationToken) =>
        await db.Jobs.Where(job => job.SubmissionId == submissionId && job.AttemptId == attemptId)
            .ExecuteDeleteAsync(cancellationToken) > 0;

    public void Add(EvaluationJob job) => db.Add(job);

    public void Add(EvaluationAttempt attempt) => db.Add(attempt);

    public void Add(StoredReview review) => db.Add(review);

    public async Task EraseAsync(Guid submissionId, DateTimeOffset deletedAt, CancellationToken cancellationToken)
    {
        await LockAsync(submissionId, cancellationToken);
        await db.EraseMessagesAsync(submissionId, cancellationToken);
        await db.Jobs.Where(job => job.SubmissionId == submissionId).ExecuteDeleteAsync(cancellationToken);
        await db.Attempts.Where(attempt => attempt.SubmissionId == submissionId).ExecuteDeleteAsync(cancellationToken);
        await db.Reviews.Where(review => review.SubmissionId == submissionId).ExecuteDeleteAsync(cancellationToken);
        if (!await IsErasedAsync(submissionId, cancellationToken))
        {
            db.Add(new Tombstone { SubmissionId = submissionId, DeletedAt = deletedAt });
        }
    }

    public void Publish<TMessage>(TMessage message)
        where TMessage : class => MessagingTables.Publish(db, message);

    public void AfterCommit(Action action) => db.AfterCommit(action);
}
