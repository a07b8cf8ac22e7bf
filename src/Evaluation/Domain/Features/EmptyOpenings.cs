using MemoCoach.Evaluation.Domain.Lexicons;
using MemoCoach.Evaluation.Domain.Text;

namespace MemoCoach.Evaluation.Domain.Features;

/// <summary>"There are", "it is important": openings that put off the subject (Williams, "Style", lesson 7: metadiscourse and expletives).</summary>
internal sealed class EmptyOpenings : IHurdle
{
    public double Weigh(Document document, Sentence sentence, List<Remark> remarks) =>
        document.Count(sentence, Marker.Expletive) * 0.08;
}
