using MemoCoach.Evaluation.Domain.Criteria;
using MemoCoach.Evaluation.Domain.Features;
using MemoCoach.Evaluation.Domain.Lexicons;
using MemoCoach.Evaluation.Domain.Text;

namespace MemoCoach.Evaluation.Domain;

/// <summary>
/// Reviews a memo without a language model: it measures what can honestly be measured in business prose, and says that it
/// did no more. Pure and thread-safe; the same memo and rubric give the same review, byte for byte, on any machine.
/// </summary>
public sealed class BuiltInEvaluator
{
    private const int MostOpportunities = 5;
    private const int MostStrengths = 4;

    private static readonly Acronyms Acronyms = new();
    private static readonly Repeats Repeats = new();

    private static readonly Dictionary<string, ICriterionReader> Readers = new ICriterionReader[]
    {
        new StructureReader(), new ArgumentsReader(), new ClarityReader(), new AlignmentReader(), new AskReader(), new RisksReader(), new FeasibilityReader(),
    }.ToDictionary(reader => reader.CriterionId, StringComparer.Ordinal);

    /// <summary>What every built-in review tells its reader.</summary>
    public static string Notice(Language language) => Say.In(language,
        "Style and structure only; the reasoning was not judged.",
        "Solo estilo y estructura; no se ha juzgado el razonamiento.");

    /// <summary>Whether this evaluator has a reader for at least one criterion of the rubric.</summary>
    public static bool CanReview(Rubric rubric) => rubric.Criteria.Any(criterion => Readers.ContainsKey(criterion.Id));

    /// <summary>
    /// Criteria of the rubric that it cannot measure are left out and named in the notice; the overall score is the weighted
    /// mean of the others.
    /// </summary>
    /// <exception cref="ArgumentException">The rubric holds no criterion that can be measured; see <see cref="CanReview"/>.</exception>
    public MemoReview Review(Memo memo, Rubric rubric)
    {
        if (!CanReview(rubric))
        {
            throw new ArgumentException($"The built-in evaluator measures none of the criteria of rubric '{rubric.Id}'.", nameof(rubric));
        }

        var reading = new Reading(DocumentReader.Read(memo, LexiconFor.Language(memo.Language)));
        var criteria = new List<CriterionReview>(rubric.Criteria.Count);
        var results = new List<(Criterion Criterion, CriterionReading Reading)>(rubric.Criteria.Count);
        var unmeasured = new List<string>();
        foreach (var criterion in rubric.Criteria)
        {
            if (!Readers.TryGetValue(criterion.Id, out var reader))
            {
                unmeasured.Add(criterion.Name.In(memo.Language));
                continue;
            }

            var result = reader.Read(reading);
            results.Add((criterion, result));
            criteria.Add(new CriterionReview(
                criterion.Id, criterion.Name.In(memo.Language), criterion.Weight, rubric.Scale.At(result.Share), result.Justification, result.Evidence));
        }

        Acronyms.Inspect(reading.Document, reading.Remarks);
        Repeats.Inspect(reading.Document, reading.Remarks);
        reading.Remarks.RemoveAll(remark => remark.Sentence.IsRepeat && remark.By is not Domain.Features.Repeats);
        return new MemoReview(
            MemoReview.BuiltIn,
            memo.Language,
            NoticeFor(memo.Language, unmeasured),
            Score.WeightedMean([.. criteria.Select(criterion => (criterion.Score, criterion.Weight))]),
            criteria,
            Strengths(results),
            Opportunities(results),
            [.. FindingSelection.Choose(reading.Document, reading.Remarks).Where(finding => results.Exists(result => result.Criterion.Id == finding.CriterionId))]);
    }

    private static string NoticeFor(Language language, List<string> unmeasured) => unmeasured.Count == 0
        ? Notice(language)
        : $"{Notice(language)} {Say.In(language, "Not measured: ", "Sin medir: ")}{string.Join(", ", unmeasured)}.";

    private static List<Strength> Strengths(List<(Criterion Criterion, CriterionReading Reading)> results) =>
    [
        .. results
            .Where(result => result.Reading.Strength is not null)
            .OrderByDescending(result => result.Reading.Share)
            .Take(MostStrengths)
            .Select(result => new Strength(result.Reading.Strength!, result.Criterion.Id)),
    ];

    private static List<Opportunity> Opportunities(List<(Criterion Criterion, CriterionReading Reading)> results) =>
    [
        .. results
            .SelectMany(result => result.Reading.Advice.Select(advice => (result.Criterion, Advice: advice)))
            .OrderByDescending(opportunity => opportunity.Advice.Gain * opportunity.Criterion.Weight)
            .Take(MostOpportunities)
            .Select((opportunity, index) => new Opportunity(index + 1, opportunity.Advice.Text, opportunity.Advice.Action, opportunity.Criterion.Id)),
    ];
}
