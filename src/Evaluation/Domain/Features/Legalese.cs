using MemoCoach.Evaluation.Domain.Lexicons;
using MemoCoach.Evaluation.Domain.Text;

namespace MemoCoach.Evaluation.Domain.Features;

/// <summary>
/// The vocabulary of contracts in prose for colleagues (Federal Plain Language Guidelines, "Avoid jargon" and "Use must to
/// indicate requirements": "shall" is ambiguous). Scored; the words with a plain equivalent are commented as wordy.
/// </summary>
internal sealed class Legalese : IHurdle
{
    public double Weigh(Document document, Sentence sentence, List<Remark> remarks) =>
        document.Count(sentence, Marker.Legalese) * 0.12;
}
