namespace MemoCoach.Evaluation.Domain;

/// <summary>What a reviewer found in one memo. Which run produced it (model, tokens, cost) is kept beside it, not in it.</summary>
/// <param name="Evaluator"><c>builtin</c> or <c>llm</c>.</param>
/// <param name="Notice">What the writer must know about the limits of this review; null when there is nothing to say.</param>
/// <param name="DroppedQuotes">Quotes a model gave that are not in the memo. Always zero for the built-in evaluator.</param>
public sealed record MemoReview(
    string Evaluator,
    Language Language,
    string? Notice,
    Score Overall,
    IReadOnlyList<CriterionReview> Criteria,
    IReadOnlyList<Strength> Strengths,
    IReadOnlyList<Opportunity> Opportunities,
    IReadOnlyList<Finding> Findings,
    int DroppedQuotes = 0)
{
    public const string BuiltIn = "builtin";
    public const string LanguageModel = "llm";
}

/// <summary>How the memo does on one criterion, with the reason and the sentences it rests on.</summary>
public sealed record CriterionReview(
    string Id, string Name, double Weight, Score Score, string Justification, IReadOnlyList<TextSpan> Evidence);

/// <summary>Something the memo does well, worth keeping in the next draft.</summary>
public sealed record Strength(string Text, string CriterionId);

/// <summary>What would improve the memo, most worthwhile first, with one concrete action.</summary>
/// <param name="Rank">1 for the most worthwhile.</param>
public sealed record Opportunity(int Rank, string Text, string Action, string CriterionId);

/// <summary>A comment on an exact stretch of the memo.</summary>
public sealed record Finding(
    TextSpan Span,
    string CriterionId,
    Severity Severity,
    string Comment,
    IReadOnlyList<string> Questions,
    IReadOnlyList<string> Suggestions);

/// <summary>How much a finding stands between the memo and its reader.</summary>
public enum Severity
{
    Low,
    Medium,
    High,
}
