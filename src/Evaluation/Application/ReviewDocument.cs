using System.Text.Json.Serialization;
using MemoCoach.Evaluation.Domain;

namespace MemoCoach.Evaluation.Application;

/// <summary>A review as the public API shows it. Offsets count UTF-16 code units of the submission's text.</summary>
public sealed record ReviewDocument(
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Guid? SubmissionId,
    string Evaluator,
    string Language,
    string? Notice,
    OverallDocument Overall,
    IReadOnlyList<CriterionDocument> Criteria,
    IReadOnlyList<StrengthDocument> Strengths,
    IReadOnlyList<OpportunityDocument> Opportunities,
    IReadOnlyList<FindingDocument> Findings,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] ProvenanceDocument? Provenance)
{
    public static ReviewDocument From(Guid? submissionId, MemoReview review, ProvenanceDocument? provenance) => new(
        submissionId,
        review.Evaluator,
        review.Language.Code(),
        review.Notice,
        new OverallDocument(review.Overall.Value, review.Overall.Scale.Min, review.Overall.Scale.Max),
        [.. review.Criteria.Select(CriterionDocument.From)],
        [.. review.Strengths.Select(strength => new StrengthDocument(strength.Text, strength.CriterionId))],
        [.. review.Opportunities.Select(OpportunityDocument.From)],
        [.. review.Findings.Select(FindingDocument.From)],
        provenance);
}

public sealed record OverallDocument(double Score, int Min, int Max);

public sealed record CriterionDocument(
    string Id, string Name, double Weight, double Score, string Justification, IReadOnlyList<EvidenceDocument> Evidence)
{
    internal static CriterionDocument From(CriterionReview review) => new(
        review.Id,
        review.Name,
        review.Weight,
        review.Score.Value,
        review.Justification,
        [.. review.Evidence.Select(span => new EvidenceDocument(span.Start, span.End, span.Quote))]);
}

public sealed record EvidenceDocument(int Start, int End, string Quote);

public sealed record StrengthDocument(string Text, string CriterionId);

public sealed record OpportunityDocument(int Rank, string Text, string Action, string CriterionId)
{
    internal static OpportunityDocument From(Opportunity opportunity) =>
        new(opportunity.Rank, opportunity.Text, opportunity.Action, opportunity.CriterionId);
}

public sealed record FindingDocument(
    int Start,
    int End,
    string Quote,
    string CriterionId,
    string Severity,
    string Comment,
    IReadOnlyList<string> Questions,
    IReadOnlyList<string> Suggestions)
{
    internal static FindingDocument From(Finding finding) => new(
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
public sealed record ProvenanceDocument(
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
