using MemoCoach.Evaluation.Domain.Features;
using MemoCoach.Evaluation.Domain.Text;

namespace MemoCoach.Evaluation.Domain.Criteria;

/// <summary>A memo, read once, for all criteria.</summary>
internal sealed class Reading
{
    public Reading(Document document)
    {
        Document = document;
        Evidence = new EvidenceMap(document);
        Ease = new Ease(document, Remarks);
    }

    public Document Document { get; }

    public Language Language => Document.Language;

    public EvidenceMap Evidence { get; }

    public List<Remark> Remarks { get; } = [];

    public Ease Ease { get; }

    /// <summary>The first sentence of running prose; the first of any kind where there is none.</summary>
    public Sentence? Opening =>
        Document.Sentences.Find(sentence => sentence.Block.Kind == BlockKind.Paragraph && sentence.IsWellFormed)
        ?? Document.Sentences.Find(sentence => sentence.IsWellFormed)
        ?? (Document.Sentences.Count > 0 ? Document.Sentences[0] : null);

    /// <summary>The last full sentence of prose.</summary>
    public Sentence? Closing =>
        Document.Sentences.FindLast(sentence => sentence is { IsWellFormed: true, IsTerminated: true, IsRepeat: false }) ?? Opening;

    /// <summary>Exact quotes of the sentences, in the order of the text; the fallback where there are none.</summary>
    public List<TextSpan> Quote(IEnumerable<Sentence> sentences, Sentence? otherwise = null)
    {
        var spans = sentences.Take(3).OrderBy(sentence => sentence.Start).Select(Document.SpanOf).ToList();
        if (spans.Count == 0)
        {
            // Where there is nothing to quote, the beginning of the place is enough to point at it.
            spans.Add(otherwise is not null ? TextSpan.Clipped(Document.Text, otherwise.Start, otherwise.End, 200) : TextSpan.Clipped(Document.Text, 0, Document.Text.Length, 120));
        }

        return spans;
    }

    public string Say(string english, string spanish) => Domain.Say.In(Language, english, spanish);
}

/// <summary>What one criterion finds in a memo.</summary>
/// <param name="Share">0 for the bottom of the scale, 1 for its top.</param>
/// <param name="Strength">What to keep; null when there is nothing to praise.</param>
/// <param name="Advice">What would raise the score, most worthwhile first.</param>
internal sealed record CriterionReading(
    double Share, string Justification, IReadOnlyList<TextSpan> Evidence, string? Strength, IReadOnlyList<Advice> Advice);

/// <param name="Gain">How much of the criterion the action could win, 0 to 1.</param>
internal sealed record Advice(double Gain, string Text, string Action);

/// <summary>Reads a memo for one criterion of the rubric.</summary>
internal interface ICriterionReader
{
    string CriterionId { get; }

    CriterionReading Read(Reading reading);
}

/// <summary>Counts that pay less each time, and nothing beyond their end: more of the same is not better.</summary>
internal static class Diminishing
{
    public static double Sum(ReadOnlySpan<double> steps, int count)
    {
        double sum = 0;
        for (var i = 0; i < Math.Min(count, steps.Length); i++)
        {
            sum += steps[i];
        }

        return sum;
    }

    /// <summary>The best values first, each multiplied by the step of its rank.</summary>
    public static double Sum(ReadOnlySpan<double> steps, List<double> values)
    {
        values.Sort((one, other) => other.CompareTo(one));
        double sum = 0;
        for (var i = 0; i < Math.Min(values.Count, steps.Length); i++)
        {
            sum += steps[i] * values[i];
        }

        return sum;
    }
}
