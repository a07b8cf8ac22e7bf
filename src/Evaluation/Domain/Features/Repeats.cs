using MemoCoach.Evaluation.Domain.Text;

namespace MemoCoach.Evaluation.Domain.Features;

/// <summary>Sentences that say again what was said, in the same words. They count for nothing; the first one is commented.</summary>
internal sealed class Repeats : ICommentator
{
    public int MostFindings => 1;

    public void Inspect(Document document, List<Remark> remarks)
    {
        foreach (var sentence in document.Sentences)
        {
            if (sentence.IsRepeat && sentence.WordCount >= 6)
            {
                remarks.Add(new Remark(this, sentence, sentence.FirstWord, sentence.EndWord, 0.38));
            }
        }
    }

    public Finding Comment(Document document, Remark remark) => new(
        document.SpanOf(remark.Sentence),
        CriterionIds.Structure,
        Severity.Low,
        Say.In(document.Language, "This repeats an earlier sentence nearly word for word.", "Esto repite casi palabra por palabra una frase anterior."),
        [Say.In(document.Language, "What does the reader learn here that they did not know?", "¿Qué aprende aquí el lector que no supiera ya?")],
        [Say.In(document.Language, "Keep it where it does most good, and delete it here or there.", "Déjela donde más sirva y bórrela en el otro lugar.")]);
}
