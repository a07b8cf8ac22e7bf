namespace MemoCoach.Contracts;

/// <summary>A writer handed in one draft of a memo. Published by Submissions; consumed by Evaluation.</summary>
/// <param name="SubmissionId">The submission: one draft, reviewed at most once.</param>
/// <param name="MemoId">The memo that this is a draft of.</param>
/// <param name="WriterId">The account that may read the review.</param>
/// <param name="Draft">Number of the draft within its memo, from 1.</param>
/// <param name="Title">Title as given, or made from the first line.</param>
/// <param name="Text">The normalised text; offsets in reviews count its UTF-16 code units.</param>
/// <param name="Language">Language that the writer chose (ISO 639-1), or null to detect it.</param>
/// <param name="SubmittedAt">UTC, microseconds.</param>
[RequiresConsumer]
public sealed record MemoSubmitted(
    Guid SubmissionId,
    Guid MemoId,
    Guid WriterId,
    int Draft,
    string Title,
    string Text,
    string? Language,
    DateTimeOffset SubmittedAt) : ISubmissionMessage;

/// <summary>A submission was erased; every service erases what it holds of it. Published by Submissions.</summary>
[RequiresConsumer]
public sealed record SubmissionDeleted(Guid SubmissionId, Guid WriterId, DateTimeOffset DeletedAt) : ISubmissionMessage;
