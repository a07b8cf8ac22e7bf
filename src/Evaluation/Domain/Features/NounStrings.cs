using MemoCoach.Evaluation.Domain.Lexicons;
using MemoCoach.Evaluation.Domain.Text;

namespace MemoCoach.Evaluation.Domain.Features;

/// <summary>
/// Strings of words without a grammar word to tell how they belong together (Federal Plain Language Guidelines, "Avoid noun
/// strings"). Without a grammar of its own the program can only count them, so four in a row weigh and nothing is said.
/// </summary>
internal sealed class NounStrings : IHurdle
{
    public double Weigh(Document document, Sentence sentence, List<Remark> remarks)
    {
        if (document.Language == Language.Spanish || sentence.Block.Kind == BlockKind.TableRow)
        {
            return 0;
        }

        var words = document.WordsOf(sentence);
        int run = 0, excess = 0;
        for (var i = 0; i < words.Length; i++)
        {
            var glued = i > 0 && document.Text.AsSpan(words[i - 1].End, words[i].Start - words[i - 1].End).Trim().IsEmpty;
            var content = words[i].Length > 2 && !words[i].Is(WordShape.Number | WordShape.Capitalised)
                && !document.Lexicon.Of(words[i].Number).Has(Marker.Function)
                && document.TextOf(words[i]) is not [.., 'l', 'y'] && document.TextOf(words[i]) is not [.., 'i', 'n', 'g'];
            run = content ? (glued ? run + 1 : 1) : 0;
            excess += run >= 4 ? 1 : 0;
        }

        return Math.Min(excess, 4) * 0.05;
    }
}
