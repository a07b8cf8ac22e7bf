using MemoCoach.Evaluation.Domain.Lexicons;
using MemoCoach.Evaluation.Domain.Text;

namespace MemoCoach.Evaluation.Domain.Features;

/// <summary>Hedges and intensifiers: words that weaken or shout instead of proving (Williams, "Style", lesson 7; K. Hyland, "Hedging in Scientific Research Articles", 1998).</summary>
internal sealed class Hedges : IHurdle, ICommentator
{
    public int MostFindings => 1;

    public double Weigh(Document document, Sentence sentence, List<Remark> remarks)
    {
        if (!sentence.Has(Marker.Hedge) && !sentence.Has(Marker.Intensifier))
        {
            return 0;
        }

        // A risk is uncertain by nature; there a hedge is accuracy.
        var risk = sentence.Has(Marker.Risk);
        double weight = 0;
        foreach (var hit in document.HitsOf(sentence))
        {
            if (hit.Marker is Marker.Hedge or Marker.Intensifier && !risk)
            {
                weight += 0.06;
                remarks.Add(new Remark(this, sentence, hit.First, hit.End, hit.Marker == Marker.Hedge ? 0.24 : 0.18));
            }
        }

        return weight;
    }

    public Finding Comment(Document document, Remark remark)
    {
        var language = document.Language;
        var words = document.TextOf(remark.FirstWord, remark.EndWord);
        var hedge = document.Find(remark.Sentence, Marker.Hedge, out var hit) && hit.First == remark.FirstWord;
        return new Finding(
            document.SpanOf(remark.FirstWord, remark.EndWord),
            CriterionIds.Clarity,
            Severity.Low,
            hedge
                ? Say.In(language, $"{Say.Quoted(words)} tells the reader that you are not sure, but not of what.", $"{Say.Quoted(words)} dice al lector que usted duda, pero no de qué.")
                : Say.In(language, $"{Say.Quoted(words)} asks the reader to be impressed; evidence would impress by itself.", $"{Say.Quoted(words)} pide al lector que se impresione; una prueba lo lograría por sí sola."),
            [hedge
                ? Say.In(language, "What would you have to know to say this outright?", "¿Qué tendría que saber para afirmarlo sin reservas?")
                : Say.In(language, "Which fact makes it so?", "¿Qué hecho lo demuestra?")],
            [hedge
                ? Say.In(language, $"State it without {Say.Quoted(words)}, or name the uncertainty and how large it is.", $"Afírmelo sin {Say.Quoted(words)}, o diga cuál es la duda y de qué tamaño.")
                : Say.In(language, $"Leave out {Say.Quoted(words)}, or put the fact in its place.", $"Suprima {Say.Quoted(words)} o ponga el hecho en su lugar.")]);
    }
}
