using MemoCoach.Evaluation.Domain.Jobs;

namespace MemoCoach.Evaluation.Application;

/// <summary>The service's data. Each call is one transaction.</summary>
internal interface IEvaluationStorage
{
    /// <summary>Ends once everything is durable; <paramref name="unitOfWork"/> may run more than once.</summary>
    Task<T> WriteAsync<T>(Func<IEvaluationSession, CancellationToken, Task<T>> unitOfWork, CancellationToken cancellationToken);

    Task<T> ReadAsync<T>(Func<IEvaluationSession, CancellationToken, Task<T>> query, CancellationToken cancellationToken);
}

/// <summary>What a use case does within one transaction.</summary>
internal interface IEvaluationSession
{
    /// <summary>Makes everything that concerns one submission happen one after the other, in every replica.</summary>
    Task LockAsync(Guid submissionId, CancellationToken cancellationToken);

    Task<EvaluationJob?> FindJobAsync(Guid submissionId, CancellationToken cancellationToken);

    Task<StoredReview?> FindReviewAsync(Guid submissionId, CancellationToken cancellationToken);

    Task<bool> IsErasedAsync(Guid submissionId, CancellationToken cancellationToken);

    /// <summary>
    /// The oldest jobs that wait, or whose lease has expired, locked against other replicas until the transaction ends.
    /// </summary>
    Task<List<EvaluationJob>> TakeJobsAsync(DateTimeOffset now, int limit, CancellationToken cancellationToken);

    /// <summary>The submissions at the head of the queue, in order.</summary>
    Task<List<Guid>> ListWaitingAsync(int limit, CancellationToken cancellationToken);

    Task RenewLeasesAsync(IReadOnlyCollection<Guid> attemptIds, DateTimeOffset expiresAt, CancellationToken cancellationToken);

    /// <summary>Ends leases without a review; the jobs wait again.</summary>
    Task ReleaseAsync(IReadOnlyCollection<Guid> attemptIds, DateTimeOffset at, CancellationToken cancellationToken);

    /// <summary>Ends the leases of a process that no longer runs, where no other process can hold any.</summary>
    Task ExpireLeasesOfDeadProcessAsync(DateTimeOffset now, CancellationToken cancellationToken);

    Task EndAttemptAsync(Guid attemptId, AttemptOutcome outcome, DateTimeOffset at, CancellationToken cancellationToken);

    /// <summary>Removes the job if the attempt still holds it.</summary>
    /// <returns>False where the lease was lost or the submission erased; the attempt's result must be thrown away.</returns>
    Task<bool> RemoveJobAsync(Guid submissionId, Guid attemptId, CancellationToken cancellationToken);

    void Add(EvaluationJob job);

    void Add(EvaluationAttempt attempt);

    void Add(StoredReview review);

    /// <summary>Erases everything that is kept for a submission, and leaves a tombstone.</summary>
    Task EraseAsync(Guid submissionId, DateTimeOffset deletedAt, CancellationToken cancellationToken);

    /// <summary>Has a message delivered once this transaction is durable.</summary>
    void Publish<TMessage>(TMessage message)
        where TMessage : class;

    void AfterCommit(Action action);
}
