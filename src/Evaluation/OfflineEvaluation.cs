using MemoCoach.Evaluation.Application;
using MemoCoach.Evaluation.Domain;
using MemoCoach.Evaluation.Infrastructure;

namespace MemoCoach.Evaluation;

/// <summary>Reviews a text on the spot, for the command line: no queue, no database, no network.</summary>
public static class OfflineEvaluation
{
    /// <param name="language">ISO 639-1 code, or null to detect it.</param>
    /// <param name="rubricYaml">The rubric to review against, as YAML.</param>
    /// <exception cref="RubricInvalidException">The rubric breaks a rule.</exception>
    public static ReviewDocument Review(string title, string text, string? language, string rubricYaml)
    {
        var rubric = RubricYaml.Parse(rubricYaml, revision: "file");
        var memo = new Memo(
            title, text, LanguageCodes.TryParse(language, out var chosen) ? chosen : new LinguaLanguageDetector().Detect(text));
        return ReviewDocument.From(submissionId: null, new BuiltInEvaluator().Review(memo, rubric), provenance: null);
    }
}
