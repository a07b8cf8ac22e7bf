using MemoCoach.Evaluation.Domain.Lexicons;
using MemoCoach.Evaluation.Domain.Text;

namespace MemoCoach.Evaluation.Domain.Features;

/// <summary>
/// Passive verbs: a form of "be" and a participle, with nothing but an adverb between (Federal Plain Language Guidelines,
/// "Use active voice"; Williams, "Style", lesson 3). In Spanish "ser" with a participle; the reflexive passive is idiomatic
/// and is left alone.
/// </summary>
internal sealed class PassiveVoice : IHurdle, ICommentator
{
    public int MostFindings => 2;

    public double Weigh(Document document, Sentence sentence, List<Remark> remarks)
    {
        if (!sentence.Has(Marker.Be))
        {
            return 0;
        }

        var words = document.WordsOf(sentence);
        var offset = sentence.FirstWord + sentence.LabelWords;
        double weight = 0;
        var first = remarks.Count;
        for (var i = 0; i + 1 < words.Length; i++)
        {
            if (!document.Lexicon.Of(words[i].Number).Has(Marker.Be))
            {
                continue;
            }

            var participle = ParticipleAfter(document, words, i);
            if (participle < 0)
            {
                continue;
            }

            weight += 0.22;
            var obliges = i > 0 && Obliges(document.TextOf(words[i - 1]));
            var particle = participle + 1 < words.Length && document.TextOf(words[participle + 1]) is "out" or "up" or "off" or "down" ? 1 : 0;
            remarks.Add(new Remark(this, sentence, offset + (obliges ? i - 1 : i), offset + participle + 1 + particle, obliges ? Duty : 0.2));
            i = participle;
        }

        // A single "are paid" harms nobody; a duty without a person, or one passive after another, does.
        if (remarks.Count == first + 1 && remarks[first].Weight < Duty)
        {
            remarks.RemoveAt(first);
        }

        return weight;
    }

    private const double Duty = 0.32;

    private static bool Obliges(ReadOnlySpan<char> modal) =>
        modal is "must" or "should" or "shall" or "will" or "debe" or "deben" or "deberá" or "deberán" or "debería" or "deberían";

    public Finding Comment(Document document, Remark remark)
    {
        var language = document.Language;
        var verb = document.TextOf(remark.FirstWord, remark.EndWord);
        var agent = Agent(document, remark);
        var question = Say.In(language, $"Who, exactly, is behind {Say.Quoted(verb)}?", $"¿Quién está, exactamente, detrás de {Say.Quoted(verb)}?");
        return new Finding(
            document.SpanOf(remark.FirstWord, remark.EndWord),
            CriterionIds.Clarity,
            Severity.Low,
            agent is null
                ? Say.In(language,
                    $"{Say.Quoted(verb)} does not say who acts, so nobody in particular has to.",
                    $"{Say.Quoted(verb)} no dice quién actúa, así que nadie en particular tiene que hacerlo.")
                : Say.In(language,
                    $"The reader meets {Say.Quoted(verb)} before learning who acts.",
                    $"El lector encuentra {Say.Quoted(verb)} antes de saber quién actúa."),
            [question],
            [agent is null
                ? Say.In(language,
                    "Name the person or team, make them the subject, and use the active verb.",
                    "Nombre a la persona o al equipo, conviértalos en sujeto y use el verbo en activa.")
                : Say.In(language,
                    $"Begin with whoever acts ({Say.Quoted(agent)}) and use the active verb.",
                    $"Empiece por quien actúa ({Say.Quoted(agent)}) y use el verbo en activa.")]);
    }

    private static int ParticipleAfter(Document document, ReadOnlySpan<Word> words, int be)
    {
        for (var i = be + 1; i < Math.Min(be + 4, words.Length); i++)
        {
            var gap = document.Text.AsSpan(words[i - 1].End, words[i].Start - words[i - 1].End);
            if (gap.IndexOfAny(",;:(") >= 0)
            {
                return -1;
            }

            var markers = document.Lexicon.Of(words[i].Number);
            if (markers.Has(Marker.NotParticiple))
            {
                return -1;
            }

            if (IsParticiple(document, words[i], markers))
            {
                // "is needed to", "are based": states rather than acts are excluded by the lexicon; an adjective before a noun is not a verb.
                return i;
            }

            var adverb = document.TextOf(words[i]) is [.., 'l', 'y'] or [.., 'm', 'e', 'n', 't', 'e'] or "also" or "not" or "then" or "often" or "now" or "again" or "to";
            if (!adverb && !markers.HasAny(Markers.Of(Marker.Be, Marker.Negation)))
            {
                return -1;
            }
        }

        return -1;
    }

    private static bool IsParticiple(Document document, Word word, Markers markers)
    {
        if (markers.Has(Marker.Participle))
        {
            return true;
        }

        var text = document.TextOf(word);
        if (document.Language == Language.Spanish)
        {
            return word.Length >= 5 && text is [.., 'a' or 'i' or 'í', 'd', 'o' or 'a'] or [.., 'a' or 'i' or 'í', 'd', 'o' or 'a', 's'];
        }

        return word.Length >= 5 && text is [.., 'e', 'd'] && !text.Contains('-') && word.Shape == WordShape.None;
    }

    /// <summary>The words after "by", when they name who acts; not "by June" nor "by using".</summary>
    private static string? Agent(Document document, Remark remark)
    {
        var words = document.Words;
        var by = remark.EndWord;
        if (by + 1 >= remark.Sentence.EndWord || document.TextOf(words[by]) is not ("by" or "por"))
        {
            return null;
        }

        var markers = document.Lexicon.Of(words[by + 1].Number);
        if (markers.Has(Marker.When) || words[by + 1].Is(WordShape.Number) || document.TextOf(words[by + 1]) is [.., 'i', 'n', 'g'])
        {
            return null;
        }

        var end = by + 2;
        while (end < Math.Min(by + 4, remark.Sentence.EndWord)
            && document.Text.AsSpan(words[end - 1].End, words[end].Start - words[end - 1].End).Trim().IsEmpty
            && (end == by + 2 && document.Lexicon.Of(words[by + 1].Number).Has(Marker.Function)
                || !document.Lexicon.Of(words[end].Number).Has(Marker.Function)))
        {
            end++;
        }

        return document.TextOf(by + 1, end);
    }
}
