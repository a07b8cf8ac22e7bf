using System.Text.Json.Serialization;
using MemoCoach.Submissions.Application;
using MemoCoach.Submissions.Domain;

namespace MemoCoach.Submissions.Api;

/// <summary>A draft to review.</summary>
/// <param name="Title">Made from the first line where it is left out.</param>
/// <param name="Text">The memo, plain text or Markdown.</param>
/// <param name="MemoId">The memo that this is a new draft of; left out for a new memo.</param>
/// <param name="Language"><c>en</c> or <c>es</c>; detected where it is left out.</param>
internal sealed record SubmitRequest(string? Title = null, string? Text = null, Guid? MemoId = null, string? Language = null);

/// <param name="Text">Left out in lists. Offsets in reviews count its UTF-16 code units.</param>
/// <param name="OverallScore">On the scale that the review names.</param>
internal sealed record SubmissionResponse(
    Guid Id,
    Guid MemoId,
    int Draft,
    string Title,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    string? Text,
    string? Language,
    SubmissionStatus Status,
    DateTimeOffset SubmittedAt,
    DateTimeOffset? CompletedAt,
    double? OverallScore,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    FailureResponse? Failure)
{
    public static SubmissionResponse From(Submission submission, SubmissionStatus status) => new(
        submission.Id,
        submission.MemoId,
        submission.Draft,
        submission.Title,
        submission.Text,
        submission.Language,
        status,
        submission.SubmittedAt,
        submission.CompletedAt,
        submission.OverallScore,
        FailureResponse.From(submission.FailureCode, submission.FailureReason));

    public static SubmissionResponse From(SubmissionSummary submission, SubmissionStatus status) => new(
        submission.Id,
        submission.MemoId,
        submission.Draft,
        submission.Title,
        Text: null,
        submission.Language,
        status,
        submission.SubmittedAt,
        submission.CompletedAt,
        submission.OverallScore,
        FailureResponse.From(submission.FailureCode, submission.FailureReason));
}

/// <param name="Code">Stable, for programs.</param>
/// <param name="Reason">For the writer.</param>
internal sealed record FailureResponse(string Code, string Reason)
{
    public static FailureResponse? From(string? code, string? reason) =>
        code is null ? null : new FailureResponse(code, reason ?? string.Empty);
}

/// <param name="NextCursor">Give it as <c>cursor</c> for the next page; null on the last one.</param>
internal sealed record SubmissionPage(IReadOnlyList<SubmissionResponse> Items, string? NextCursor);

/// <summary>What an event stream says of a submission.</summary>
/// <param name="Stage">Where the evaluation stands: queued, reading, reviewing or finished.</param>
/// <param name="QueuePosition">Submissions ahead of this one plus one, while it waits and the position is known.</param>
internal sealed record SubmissionEvent(
    Guid Id,
    SubmissionStatus Status,
    string Stage,
    int? QueuePosition,
    double? OverallScore,
    FailureResponse? Failure,
    DateTimeOffset At);
