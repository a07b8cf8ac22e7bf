using MemoCoach.Evaluation.Domain.Text;

namespace MemoCoach.Evaluation.Domain.Features;

/// <summary>
/// Long words, by syllables per word: the second half of R. Flesch's Reading Ease (1948), and for Spanish of its
/// adaptations by J. Fernández Huerta (1959) and INFLESZ (I. M. Barrio Cantalejo, 2008). Spanish words have about half a
/// syllable more, hence the other threshold. Scored, not commented: a list of long words teaches nobody.
/// </summary>
internal sealed class HardWords : IHurdle
{
    public double Weigh(Document document, Sentence sentence, List<Remark> remarks)
    {
        int syllables = 0, hard = 0, count = 0;
        var spanish = document.Language == Language.Spanish;
        foreach (var word in document.WordsOf(sentence))
        {
            if (!word.Is(WordShape.Number | WordShape.Address | WordShape.Noise))
            {
                count++;
                syllables += word.Syllables;
                hard += word.Syllables >= (spanish ? 5 : 4) ? 1 : 0;
            }
        }

        // Over a handful of words an average is chance; short fragments count as if they were six words long.
        var perWord = count < 6 ? (syllables + ((6 - count) * 1.4)) / 6 : (double)syllables / count;
        return (Math.Max(0, perWord - (spanish ? 1.9 : 1.4)) * 0.35) + (hard * 0.03);
    }
}
