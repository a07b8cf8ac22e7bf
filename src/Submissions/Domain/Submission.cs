namespace MemoCoach.Submissions.Domain;

public enum SubmissionStatus
{
    /// <summary>Accepted; an evaluation is waiting for its turn.</summary>
    Queued,

    /// <summary>An evaluator is at work.</summary>
    Evaluating,

    /// <summary>Reviewed; final.</summary>
    Completed,

    /// <summary>No evaluator could review it; its writer may ask again.</summary>
    Failed,
}

/// <summary>One draft of a memo, handed in.</summary>
public sealed class Submission
{
    public required Guid Id { get; init; }

    public required Guid WriterId { get; init; }

    public required Guid MemoId { get; init; }

    /// <summary>Number of the draft within its memo, from 1.</summary>
    public required int Draft { get; init; }

    public required string Title { get; init; }

    public required string Text { get; init; }

    /// <summary>ISO 639-1: as the writer chose, or as the review found; null until then.</summary>
    public string? Language { get; set; }

    public SubmissionStatus Status { get; set; }

    public required DateTimeOffset SubmittedAt { get; init; }

    public DateTimeOffset? CompletedAt { get; set; }

    /// <summary>When Evaluation was last told of it; the reconciler repeats that while no answer comes.</summary>
    public required DateTimeOffset AnnouncedAt { get; set; }

    public double? OverallScore { get; set; }

    public string? FailureCode { get; set; }

    public string? FailureReason { get; set; }

    public bool IsPending => Status is SubmissionStatus.Queued or SubmissionStatus.Evaluating;
}

/// <summary>A piece of writing, of which submissions are the drafts.</summary>
public sealed class Memo
{
    public required Guid Id { get; init; }

    public required Guid WriterId { get; init; }

    /// <summary>Number of the newest draft. It only grows, so that a number never names two drafts.</summary>
    public int LastDraft { get; set; }
}

/// <summary>The scores of one review, kept for the progress of its writer.</summary>
public sealed class ScoreRecord
{
    public required Guid SubmissionId { get; init; }

    public required Guid WriterId { get; init; }

    public required Guid MemoId { get; init; }

    public required int Draft { get; init; }

    public required DateTimeOffset EvaluatedAt { get; init; }

    public required double OverallScore { get; init; }

    public required double ScaleMin { get; init; }

    public required double ScaleMax { get; init; }

    public required string RubricRevision { get; init; }

    /// <summary>JSON array of criterion id, name, weight and score.</summary>
    public required string Criteria { get; init; }
}

/// <summary>The note that a request with an Idempotency-Key was served, kept for 24 hours.</summary>
public sealed class IdempotencyKey
{
    public required Guid WriterId { get; init; }

    public required string Key { get; init; }

    /// <summary>SHA-256 of the request, so that the same key with another body is noticed.</summary>
    public required string RequestHash { get; init; }

    public required Guid SubmissionId { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }
}

/// <summary>The note that a submission was erased: what arrives late for it is dropped.</summary>
public sealed class Tombstone
{
    public required Guid SubmissionId { get; init; }

    public required DateTimeOffset DeletedAt { get; init; }
}
