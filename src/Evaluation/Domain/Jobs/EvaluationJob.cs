namespace MemoCoach.Evaluation.Domain.Jobs;

public enum JobState
{
    Waiting,

    /// <summary>A worker has it until its lease expires.</summary>
    Leased,

    /// <summary>Given up; kept so that its writer can ask again.</summary>
    Failed,
}

/// <summary>A submission that waits for its review. The row, and with it the text, goes when the review is there.</summary>
public sealed class EvaluationJob
{
    /// <summary>One job for each submission, ever.</summary>
    public required Guid SubmissionId { get; init; }

    public required Guid WriterId { get; init; }

    public required string Title { get; init; }

    public required string Text { get; init; }

    /// <summary>ISO 639-1 code that the writer chose, or null.</summary>
    public required string? Language { get; init; }

    public required DateTimeOffset EnqueuedAt { get; init; }

    public JobState State { get; private set; }

    public DateTimeOffset? LeaseExpiresAt { get; private set; }

    /// <summary>The attempt under way; also the fencing token that a worker must still hold to hand in its review.</summary>
    public Guid? AttemptId { get; private set; }

    /// <summary>Attempts that ended with their process.</summary>
    public int Interruptions { get; private set; }

    public string? FailureCode { get; private set; }

    public string? FailureReason { get; private set; }

    public DateTimeOffset? FailedAt { get; private set; }

    public void Lease(Guid attemptId, DateTimeOffset expiresAt)
    {
        State = JobState.Leased;
        AttemptId = attemptId;
        LeaseExpiresAt = expiresAt;
    }

    /// <summary>The process that held the lease died.</summary>
    public void NoteInterruption() => Interruptions++;

    public void Fail(string code, string reason, DateTimeOffset at)
    {
        State = JobState.Failed;
        AttemptId = null;
        LeaseExpiresAt = null;
        (FailureCode, FailureReason, FailedAt) = (code, reason, at);
    }

    /// <summary>Puts a failed job back in the queue, with its history of interruptions forgotten.</summary>
    public void Restart()
    {
        State = JobState.Waiting;
        Interruptions = 0;
        (FailureCode, FailureReason, FailedAt) = (null, null, null);
    }
}

public enum AttemptOutcome
{
    Running,
    Succeeded,
    Failed,

    /// <summary>Its process died, or stopped before it was done.</summary>
    Interrupted,
}

/// <summary>One try at reviewing a submission, written down before it begins.</summary>
public sealed class EvaluationAttempt
{
    public required Guid Id { get; init; }

    public required Guid SubmissionId { get; init; }

    public required string Evaluator { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public DateTimeOffset? EndedAt { get; set; }

    public AttemptOutcome Outcome { get; set; }
}

/// <summary>A review as it is kept: the document that is shown, and what other services are told of it.</summary>
public sealed class StoredReview
{
    public required Guid SubmissionId { get; init; }

    public required Guid WriterId { get; init; }

    public required Guid AttemptId { get; init; }

    public required string Evaluator { get; init; }

    public required string RubricRevision { get; init; }

    public required DateTimeOffset EvaluatedAt { get; init; }

    /// <summary>The whole review as JSON, as the public API shows it.</summary>
    public required string Document { get; init; }

    /// <summary>The result as JSON, to be published again when Submissions asks.</summary>
    public required string Result { get; init; }
}

/// <summary>The note that a submission was erased: what arrives late for it is dropped.</summary>
public sealed class Tombstone
{
    public required Guid SubmissionId { get; init; }

    public required DateTimeOffset DeletedAt { get; init; }
}
