using MemoCoach.Evaluation.Domain.Lexicons;
using MemoCoach.Evaluation.Domain.Text;

namespace MemoCoach.Evaluation.Domain.Features;

/// <summary>Who does something: a name, a role, or only "we". (D. Allen and every project handbook: no owner, no action.)</summary>
internal static class People
{
    /// <summary>1 for a name or a role, 0.5 for "we" or "I" alone, 0 for nobody.</summary>
    public static double Owner(Document document, Sentence sentence)
    {
        var we = false;
        foreach (var hit in document.HitsOf(sentence))
        {
            if (hit.Marker is Marker.Owner or Marker.DecisionMaker)
            {
                if (hit.End - hit.First > 1 || !IsWe(document, hit))
                {
                    return 1;
                }

                we = true;
            }

            if (hit.Marker == Marker.Person)
            {
                // "I" is the writer, whose name stands at the head of the memo.
                if (document.TextOf(document.Words[hit.First]) is "I" or "I'll" or "I’ll" or "Yo" or "yo")
                {
                    return 1;
                }

                we = true;
            }
        }

        return HasName(document, sentence) ? 1 : we ? 0.5 : 0;
    }

    public static bool HasName(Document document, Sentence sentence)
    {
        var words = document.Words;
        for (var i = sentence.FirstWord; i < sentence.EndWord; i++)
        {
            if (words[i].Is(WordShape.Capitals) && i + 1 < sentence.EndWord && Acts(document, words[i + 1]))
            {
                // "IT connects", "HR books": a department by its initials.
                return true;
            }

            if (!IsNameLike(words[i]))
            {
                continue;
            }

            if (i > sentence.FirstWord || (i + 1 < sentence.EndWord && (IsNameLike(words[i + 1]) || Acts(document, words[i + 1]))))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsNameLike(Word word) =>
        word.Is(WordShape.Capitalised) && !word.Is(WordShape.Capitals) && word.Number < 0 && word.Length >= 3;

    private static bool Acts(Document document, Word word) =>
        document.Lexicon.Of(word.Number).HasAny(Markers.Of(Marker.Action, Marker.Future, Marker.Modal));

    private static bool IsWe(Document document, MarkerHit hit) =>
        document.Lexicon.Of(document.Words[hit.First].Number).Has(Marker.Person);
}
