using MemoCoach.Evaluation.Domain.Lexicons;
using MemoCoach.Evaluation.Domain.Text;

namespace MemoCoach.Evaluation.Domain.Features;

/// <summary>"Significant", "many", "soon": words where a figure or a date belongs (Federal Plain Language Guidelines, "Be concise"; Minto: a claim the reader cannot check invites the question "how much?").</summary>
internal sealed class VagueQuantities : IHurdle, ICommentator
{
    public int MostFindings => 2;

    public double Weigh(Document document, Sentence sentence, List<Remark> remarks)
    {
        if (!sentence.Has(Marker.Vague))
        {
            return 0;
        }

        // Where a figure stands in the same sentence, the vague word usually leads up to it.
        var measured = Figures.Count(document, sentence) > 0;
        double weight = 0;
        foreach (var hit in document.HitsOf(sentence))
        {
            if (hit.Marker == Marker.Vague)
            {
                weight += 0.05;
                if (!measured)
                {
                    remarks.Add(new Remark(this, sentence, hit.First, hit.End, sentence.Has(Marker.Benefit) ? 0.46 : 0.3));
                }
            }
        }

        return weight;
    }

    public Finding Comment(Document document, Remark remark)
    {
        var language = document.Language;
        var words = document.TextOf(remark.FirstWord, remark.EndWord);
        return new Finding(
            document.SpanOf(remark.FirstWord, remark.EndWord),
            CriterionIds.Clarity,
            remark.Sentence.Has(Marker.Benefit) ? Severity.Medium : Severity.Low,
            Say.In(language,
                $"{Say.Quoted(words)} can mean anything; every reader will put in a different amount.",
                $"{Say.Quoted(words)} puede significar cualquier cosa; cada lector pondrá una cantidad distinta."),
            [Say.In(language, "How much or how soon, and compared with what?", "¿Cuánto o cuándo, y comparado con qué?")],
            [Say.In(language,
                $"Put the figure, its unit and its source in place of {Say.Quoted(words)}; if there is none yet, say when you will have it.",
                $"Ponga la cifra, su unidad y su fuente en lugar de {Say.Quoted(words)}; si aún no la tiene, diga cuándo la tendrá.")]);
    }
}
