using MemoCoach.Evaluation.Domain.Lexicons;
using MemoCoach.Evaluation.Domain.Text;

namespace MemoCoach.Evaluation.Domain.Features;

/// <summary>
/// Prose without people: no "you", "we" or command in a full sentence (Federal Plain Language Guidelines, "Use 'you' and
/// other pronouns to speak directly to readers"). A weak sign, so it weighs little.
/// </summary>
internal sealed class Distance : IHurdle
{
    public double Weigh(Document document, Sentence sentence, List<Remark> remarks) =>
        sentence.IsTerminated && sentence.WordCount >= 8 && !sentence.Has(Marker.Person) && sentence.Block.Kind == BlockKind.Paragraph ? 0.08 : 0;
}
