namespace MemoCoach.Evaluation.Domain;

/// <summary>A text in every supported language.</summary>
public sealed record LocalizedText(string English, string Spanish)
{
    public string In(Language language) => language == Language.Spanish ? Spanish : English;
}

/// <summary>One thing a memo is read for.</summary>
/// <param name="Id">Stable; scores of different drafts are compared by it.</param>
/// <param name="Guidance">What a memo looks like at each score of the scale.</param>
public sealed record Criterion(
    string Id,
    LocalizedText Name,
    LocalizedText Description,
    double Weight,
    IReadOnlyDictionary<int, LocalizedText> Guidance);

/// <summary>The criteria of the rubric that ships; the built-in evaluator has a reader for each.</summary>
public static class CriterionIds
{
    public const string Structure = "structure";
    public const string Arguments = "arguments";
    public const string Clarity = "clarity";
    public const string Alignment = "alignment";
    public const string Ask = "ask";
    public const string Risks = "risks";
    public const string Feasibility = "feasibility";
}
