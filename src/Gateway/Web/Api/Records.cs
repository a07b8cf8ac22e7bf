using System.Text.Json.Serialization;

namespace MemoCoach.Gateway.Web.Api;

/// <summary>Where a submission stands.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SubmissionState>))]
public enum SubmissionState
{
    [JsonStringEnumMemberName("queued")] Queued,
    [JsonStringEnumMemberName("evaluating")] Evaluating,
    [JsonStringEnumMemberName("completed")] Completed,
    [JsonStringEnumMemberName("failed")] Failed,
}

/// <summary>One draft of a memo, as the API tells of it; <paramref name="Text"/> is left out in lists.</summary>
public sealed record Submission(
    Guid Id,
    Guid MemoId,
    int Draft,
    string Title,
    string? Text,
    string? Language,
    SubmissionState Status,
    DateTimeOffset SubmittedAt,
    DateTimeOffset? CompletedAt,
    double? OverallScore,
    Failure? Failure);

public sealed record Failure(string Code, string Reason);

public sealed record SubmissionPage(IReadOnlyList<Submission> Items, string? NextCursor);

/// <summary>What the pages send to hand in a draft.</summary>
public sealed record NewDraft(string? Title, string Text, Guid? MemoId, string? Language);

/// <summary>News of a submission that is being followed.</summary>
/// <param name="QueuePosition">1 for the next in line; null where it is not known or no longer waits.</param>
public sealed record SubmissionNews(
    Guid Id,
    SubmissionState Status,
    string Stage,
    int? QueuePosition,
    double? OverallScore,
    Failure? Failure,
    DateTimeOffset At);

/// <summary>A whole review. Offsets count UTF-16 code units of the submission's text.</summary>
public sealed record Review(
    Guid SubmissionId,
    string Evaluator,
    string Language,
    string? Notice,
    OverallScore Overall,
    IReadOnlyList<CriterionReview> Criteria,
    IReadOnlyList<Strength> Strengths,
    IReadOnlyList<Opportunity> Opportunities,
    IReadOnlyList<Finding> Findings,
    Provenance? Provenance)
{
    /// <summary>The name of a criterion, or its id where the review does not hold it.</summary>
    public string CriterionName(string id) => Criteria.FirstOrDefault(criterion => criterion.Id == id)?.Name ?? id;
}

public sealed record OverallScore(double Score, double Min, double Max);

public sealed record CriterionReview(
    string Id, string Name, double Weight, double Score, string Justification, IReadOnlyList<Evidence> Evidence);

public sealed record Evidence(int Start, int End, string Quote);

public sealed record Strength(string Text, string CriterionId);

public sealed record Opportunity(int Rank, string Text, string Action, string CriterionId);

public sealed record Finding(
    int Start,
    int End,
    string Quote,
    string CriterionId,
    string Severity,
    string Comment,
    IReadOnlyList<string> Questions,
    IReadOnlyList<string> Suggestions);

public sealed record Provenance(
    string? Model,
    string? RubricRevision,
    string? PromptRevision,
    IReadOnlyDictionary<string, string>? Parameters,
    long? InputTokens,
    long? OutputTokens,
    decimal? Cost,
    long? DurationMs,
    string? AttemptId,
    int? DroppedQuotes,
    DateTimeOffset? EvaluatedAt);

/// <summary>The person who is signed in.</summary>
public sealed record Me(Guid Id, string Email, string DisplayName, IReadOnlyList<string> Roles);

internal sealed record SessionAnswer(Me User);
