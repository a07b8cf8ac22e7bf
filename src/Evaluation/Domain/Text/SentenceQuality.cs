using MemoCoach.Evaluation.Domain.Lexicons;

namespace MemoCoach.Evaluation.Domain.Text;

/// <summary>
/// Tells a sentence from a scatter of words. Running English and Spanish hold well over one grammar word in eight (about
/// four in ten); lorem ipsum and lists of keywords hold next to none.
/// </summary>
internal static class SentenceQuality
{
    private const int WordsPerGrammarWord = 8;

    public static void Judge(Sentence sentence, ReadOnlySpan<Word> words, ReadOnlySpan<MarkerHit> hits, Lexicon lexicon)
    {
        int grammar = 0, noise = 0, substance = 0, counted = 0;
        Span<uint> seen = stackalloc uint[64];
        foreach (var word in words)
        {
            if (word.Is(WordShape.Address))
            {
                continue;
            }

            counted++;
            var markers = lexicon.Of(word.Number);
            noise += word.Is(WordShape.Noise) ? 1 : 0;
            grammar += markers.Has(Marker.Function) ? 1 : 0;
            if (word.Length >= 4 && !word.Is(WordShape.Noise | WordShape.Number) && !markers.Has(Marker.Function)
                && !markers.HasAny(Markers.Keywords) && substance < seen.Length && !seen[..substance].Contains(word.Hash))
            {
                seen[substance++] = word.Hash;
            }
        }

        var keywords = 0;
        var covered = 0;
        foreach (var hit in hits)
        {
            if (Markers.Keywords.Has(hit.Marker) && hit.End > covered)
            {
                for (var i = Math.Max(hit.First, covered); i < hit.End; i++)
                {
                    keywords += lexicon.Of(words[i - sentence.FirstWord].Number).Has(Marker.Function) ? 0 : 1;
                }

                covered = hit.End;
            }
        }

        var listed = sentence.Block.Kind is BlockKind.ListItem or BlockKind.TableRow;
        sentence.Substance = substance;
        sentence.IsWellFormed = counted >= (listed ? 2 : 4)
            && noise == 0
            && keywords * 10 <= (counted < 8 ? counted * 6 : (counted - grammar) * 5)
            && (listed || grammar * WordsPerGrammarWord >= counted)
            && DistinctShare(words) >= 0.4;
    }

    private static double DistinctShare(ReadOnlySpan<Word> words)
    {
        // A long sentence repeats its grammar words; what gives a stuffed one away shows in its first words.
        var window = words[..Math.Min(words.Length, 40)];
        var distinct = 0;
        for (var i = 0; i < window.Length; i++)
        {
            var repeated = false;
            for (var j = 0; j < i && !repeated; j++)
            {
                repeated = window[j].Hash == window[i].Hash;
            }

            distinct += repeated ? 0 : 1;
        }

        return (double)distinct / window.Length;
    }
}
