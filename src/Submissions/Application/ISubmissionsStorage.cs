using MemoCoach.Submissions.Domain;

namespace MemoCoach.Submissions.Application;

/// <summary>The service's data. Each call is one transaction.</summary>
internal interface ISubmissionsStorage
{
    /// <summary>Ends once everything is durable; <paramref name="unitOfWork"/> may run more than once.</summary>
    Task<T> WriteAsync<T>(Func<ISubmissionsSession, CancellationToken, Task<T>> unitOfWork, CancellationToken cancellationToken);

    Task<T> ReadAsync<T>(Func<ISubmissionsSession, CancellationToken, Task<T>> query, CancellationToken cancellationToken);
}

/// <summary>What a use case does within one transaction.</summary>
internal interface ISubmissionsSession
{
    Task<Submission?> FindSubmissionAsync(Guid id, CancellationToken cancellationToken);

    /// <summary>The submission without its text.</summary>
    Task<SubmissionSummary?> FindSummaryAsync(Guid id, CancellationToken cancellationToken);

    Task<Memo?> FindMemoAsync(Guid id, CancellationToken cancellationToken);

    Task<IdempotencyKey?> FindKeyAsync(Guid writerId, string key, CancellationToken cancellationToken);

    Task<bool> IsErasedAsync(Guid submissionId, CancellationToken cancellationToken);

    /// <summary>Newest first, those older than <paramref name="before"/>.</summary>
    Task<List<SubmissionSummary>> ListAsync(
        Guid writerId, Guid? memoId, Guid? before, int limit, CancellationToken cancellationToken);

    /// <summary>Submissions without an answer whose last announcement is older than <paramref name="before"/>, oldest first.</summary>
    Task<List<Submission>> ListSilentAsync(DateTimeOffset before, int limit, CancellationToken cancellationToken);

    void Add(Submission submission);

    void Add(Memo memo);

    void Add(IdempotencyKey key);

    void Add(ScoreRecord score);

    /// <summary>
    /// Moves a submission that has no answer yet to its answer. A review also replaces a failure: the news of both may
    /// arrive in any order, and the review is final.
    /// </summary>
    /// <returns>False where it has one already, or is gone.</returns>
    Task<bool> AnswerAsync(Guid submissionId, SubmissionAnswer answer, CancellationToken cancellationToken);

    /// <summary>Makes a failed submission wait for an answer again.</summary>
    Task<bool> ReopenAsync(Guid submissionId, DateTimeOffset announcedAt, CancellationToken cancellationToken);

    /// <summary>Erases a submission and all that is kept for it, and leaves a tombstone.</summary>
    Task EraseAsync(Submission submission, DateTimeOffset deletedAt, CancellationToken cancellationToken);

    Task RemoveKeysAsync(DateTimeOffset createdBefore, CancellationToken cancellationToken);

    /// <summary>Has a message delivered once this transaction is durable.</summary>
    void Publish<TMessage>(TMessage message)
        where TMessage : class;

    void AfterCommit(Action action);
}

/// <summary>A submission as lists show it.</summary>
internal sealed record SubmissionSummary(
    Guid Id,
    Guid WriterId,
    Guid MemoId,
    int Draft,
    string Title,
    string? Language,
    SubmissionStatus Status,
    DateTimeOffset SubmittedAt,
    DateTimeOffset? CompletedAt,
    double? OverallScore,
    string? FailureCode,
    string? FailureReason);

/// <summary>How an evaluation ended.</summary>
internal sealed record SubmissionAnswer(
    SubmissionStatus Status,
    DateTimeOffset AnsweredAt,
    string? Language = null,
    double? OverallScore = null,
    string? FailureCode = null,
    string? FailureReason = null);
