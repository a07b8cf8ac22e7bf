using MemoCoach.Evaluation.Domain;

namespace MemoCoach.Evaluation.Api;

/// <summary>A review as the public API shows it. Offsets count UTF-16 code units of the submission's text.</summary>
public sealed record ReviewResponse(
    Guid SubmissionId,
    string Evaluator,
    string Language,
    string? Notice,
    OverallResponse Overall,
    IReadOnlyList<CriterionResponse> Criteria,
    IReadOnlyList<StrengthResponse> Strengths,
    IReadOnlyList<OpportunityResponse> Opportunities,
    IReadOnlyList<FindingResponse> Findings,
    ProvenanceResponse? Provenance)
{
    public static ReviewResponse From(Guid submissionId, MemoReview review, ProvenanceResponse? provenance) => new(
        submissionId,
        review.Evaluator,
        review.Language.Code(),
        review.Notice,
        new OverallResponse(review.Overall.Value, review.Overall.Scale.Min, review.Overall.Scale.Max),
        [.. review.Criteria.Select(CriterionResponse.From)],
        [.. review.Strengths.Select(strength => new StrengthResponse(strength.Text, strength.CriterionId))],
        [.. review.Opportunities.Select(OpportunityResponse.From)],
        [.. review.Findings.Select(FindingResponse.From)],
        provenance);
}

public sealed record OverallResponse(double Score, int Min, int Max);

public sealed record CriterionResponse(
    string Id, string Name, double Weight, double Score, string Justification, IReadOnlyList<EvidenceResponse> Evidence)
{
    internal static CriterionResponse From(CriterionReview review) => new(
        review.Id,
        review.Name,
        review.Weight,
        review.Score.Value,
        review.Justification,
        [.. review.Evidence.Select(span => new EvidenceResponse(span.Start, span.End, span.Quote))]);
}

public sealed record EvidenceResponse(int Start, int End, string Quote);

public sealed record StrengthResponse(string Text, string CriterionId);

public sealed record OpportunityResponse(int Rank, string Text, string Action, string CriterionId)
{
    internal static OpportunityResponse From(Opportunity opportunity) =>
        new(opportunity.Rank, opportunity.Text, opportunity.Action, opportunity.CriterionId);
}

public sealed record FindingResponse(
    int Start,
    int End,
    string Quote,
    string CriterionId,
    string Severity,
    string Comment,
    IReadOnlyList<string> Questions,
    IReadOnlyList<string> Suggestions)
{
    internal static FindingResponse From(Finding finding) => new(
        finding.Span.Start,
        finding.Span.End,
        finding.Span.Quote,
        finding.CriterionId,
        finding.Severity switch
        {
            Domain.Severity.High => "high",
            Domain.Severity.Medium => "medium",
            _ => "low",
        },
        finding.Comment,
        finding.Questions,
        finding.Suggestions);
}

/// <summary>Where a review comes from, so that it can be explained and repeated.</summary>
/// <param name="Cost">In the currency of the configured prices.</param>
/// <param name="DroppedQuotes">Quotes the model gave that are not in the memo; they were left out.</param>
public sealed record ProvenanceResponse(
    string Model,
    string RubricRevision,
    string? PromptRevision,
    IReadOnlyDictionary<string, string> Parameters,
    int InputTokens,
    int OutputTokens,
    decimal Cost,
    long DurationMs,
    Guid AttemptId,
    int DroppedQuotes,
    DateTimeOffset EvaluatedAt);
