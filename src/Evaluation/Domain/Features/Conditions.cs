using MemoCoach.Evaluation.Domain.Lexicons;
using MemoCoach.Evaluation.Domain.Text;

namespace MemoCoach.Evaluation.Domain.Features;

/// <summary>
/// Conditions and exceptions packed into one sentence, and negatives ("Federal Plain Language Guidelines": "Place the main
/// idea before exceptions and conditions", "Use positive language"). One condition reads easily; each further one weighs.
/// </summary>
internal sealed class Conditions : IHurdle, ICommentator
{
    public int MostFindings => 1;

    public double Weigh(Document document, Sentence sentence, List<Remark> remarks)
    {
        var conditions = document.Count(sentence, Marker.Condition);
        var negatives = document.Count(sentence, Marker.Negation);
        var choices = 0;
        foreach (var word in document.WordsOf(sentence))
        {
            choices += document.TextOf(word) is "or" or "o" or "and/or" ? 1 : 0;
        }

        if (conditions >= 3)
        {
            remarks.Add(new Remark(this, sentence, sentence.FirstWord, sentence.EndWord, 0.45));
        }

        return (OpensWithLongCondition(document, sentence) ? 0.12 : 0) + (Math.Max(0, conditions - 1) * 0.1) + (Math.Max(0, negatives - 1) * 0.06) + (Math.Max(0, choices - 1) * 0.04);
    }

    /// <summary>An exception of a dozen words or more before the main idea.</summary>
    private static bool OpensWithLongCondition(Document document, Sentence sentence)
    {
        var words = document.WordsOf(sentence);
        if (!sentence.Has(Marker.Condition) || words.Length < 16 || !document.Lexicon.Of(words[0].Number).HasAny(Markers.Of(Marker.Condition, Marker.Negation)))
        {
            return false;
        }

        for (var i = 1; i < 12; i++)
        {
            if (document.Text.AsSpan(words[i - 1].End, words[i].Start - words[i - 1].End).Contains(','))
            {
                return false;
            }
        }

        return true;
    }

    public Finding Comment(Document document, Remark remark) => new(
        document.SpanOf(remark.Sentence),
        CriterionIds.Clarity,
        Severity.Medium,
        Say.In(document.Language,
            "Several conditions in one sentence: the reader must work out which combination applies.",
            "Varias condiciones en una sola frase: el lector tiene que averiguar qué combinación se le aplica."),
        [Say.In(document.Language, "Which case is the usual one?", "¿Cuál es el caso habitual?")],
        [Say.In(document.Language,
            "State the usual case first, then list each condition on a line of its own.",
            "Diga primero el caso habitual y después ponga cada condición en su propia línea.")]);
}
