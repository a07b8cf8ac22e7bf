using MemoCoach.Evaluation.Domain.Lexicons;
using MemoCoach.Evaluation.Domain.Text;

namespace MemoCoach.Evaluation.Domain.Features;

/// <summary>What a single sentence shows by its words: a request, a risk, a step, a reason. Where it stands is for <see cref="EvidenceMap"/>.</summary>
internal sealed class SentenceSigns(Document document)
{
    /// <summary>A list item or row; sentences that follow within the item are ordinary prose.</summary>
    public static bool IsListed(Sentence sentence) =>
        sentence.Block.Kind is BlockKind.ListItem or BlockKind.TableRow && sentence.Index == sentence.Block.FirstSentence;

    public bool IsAsk(Sentence sentence)
    {
        if (sentence.Has(Marker.Request))
        {
            // "We reduce the risk ... we propose weekly tests to mitigate it" answers a risk; it asks for nothing.
            return !(sentence.Has(Marker.Mitigation) && !sentence.Has(Marker.Decision));
        }

        return sentence.Has(Marker.RequestVerb) && sentence.Has(Marker.DecisionMaker)
            && document.Find(sentence, Marker.RequestVerb, out var verb)
            && !document.Text.AsSpan(document.Words[verb.First].Start, document.Words[verb.First].Length).EndsWith("ed", StringComparison.Ordinal)
            && DecisionAfter(sentence, verb.First) && !sentence.Has(Marker.Negation);
    }

    private bool DecisionAfter(Sentence sentence, int word)
    {
        foreach (var hit in document.HitsOf(sentence))
        {
            if (hit.Marker == Marker.Decision && hit.First > word && hit.First - word <= 8)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"Reducing lock-in" promises a benefit; it owns up to no risk.</summary>
    public bool IsRisk(Sentence sentence)
    {
        if (!sentence.Has(Marker.Risk))
        {
            return false;
        }

        foreach (var hit in document.HitsOf(sentence))
        {
            if (hit.Marker == Marker.Risk && !IsLessened(sentence, hit))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Among risks, what may or could happen is one; what "we could" do is an answer.</summary>
    public bool IsFeared(Sentence sentence)
    {
        if (!sentence.Has(Marker.Modal))
        {
            return false;
        }

        var words = document.WordsOf(sentence);
        for (var i = 1; i < words.Length; i++)
        {
            if (document.TextOf(words[i]) is "may" or "might" or "could" or "puede" or "pueden" or "podría" or "podrían")
            {
                return !document.Lexicon.Of(words[i - 1].Number).Has(Marker.Person)
                    || (i + 1 < words.Length && document.Lexicon.Of(words[i + 1].Number).Has(Marker.Negation));
            }
        }

        return false;
    }

    private bool IsLessened(Sentence sentence, MarkerHit risk)
    {
        foreach (var hit in document.HitsOf(sentence))
        {
            if (hit.Marker == Marker.Lessening && hit.End <= risk.First && risk.First - hit.End <= 3)
            {
                return true;
            }
        }

        return false;
    }

    public static bool IsMitigation(Sentence sentence) => sentence.Has(Marker.Mitigation) || sentence.Has(Marker.Response);

    public bool IsStepInPlan(Sentence sentence) =>
        IsListed(sentence)
            ? sentence.Has(Marker.Action) || sentence.Has(Marker.Future) || Figures.HasDate(document, sentence)
            : (sentence.Has(Marker.Action) || sentence.Has(Marker.Plan))
                && (Figures.HasDate(document, sentence) || (People.Owner(document, sentence) > 0 && (sentence.Has(Marker.Future) || HasSpanishFuture(sentence))));

    public bool IsStep(Sentence sentence) =>
        (NamesPlan(sentence) && (sentence.Has(Marker.Action) || Figures.HasDate(document, sentence)) && sentence.Substance >= 2)
        || (sentence.Has(Marker.Action) && (sentence.Has(Marker.Future) || HasSpanishFuture(sentence))
            && Figures.HasDate(document, sentence) && People.Owner(document, sentence) > 0 && sentence.Substance >= 2);

    /// <summary>"The next steps are"; not the "National Action Plan", which is a title.</summary>
    private bool NamesPlan(Sentence sentence) =>
        document.Find(sentence, Marker.Plan, out var plan)
        && !(plan.First > sentence.FirstWord && document.Words[plan.First].Is(WordShape.Capitalised));

    /// <summary>Spanish says the future in the verb itself: firmará, firmarán, firmaremos.</summary>
    public bool HasSpanishFuture(Sentence sentence)
    {
        if (document.Language != Language.Spanish)
        {
            return false;
        }

        foreach (var hit in document.HitsOf(sentence))
        {
            if (hit.Marker == Marker.Action && document.TextOf(document.Words[hit.First]) is [.., 'r', 'á'] or [.., 'r', 'á', 'n'] or [.., 'r', 'e', 'm', 'o', 's'] or [.., 'r', 'é'])
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"Agencies must consider alternatives" lays down that others shall argue; it is no argument itself.</summary>
    public bool IsDuty(Sentence sentence)
    {
        if (!sentence.Has(Marker.Modal) || sentence.Has(Marker.Person))
        {
            return false;
        }

        foreach (var word in document.WordsOf(sentence))
        {
            if (document.TextOf(word) is "must" or "shall" or "should" or "deberá" or "deberán")
            {
                return true;
            }
        }

        return false;
    }

    public static bool IsArgued(Sentence sentence) =>
        (sentence.Has(Marker.Reason) || sentence.Has(Marker.Source)) && sentence.Substance >= 3;

    public static bool Weighs(Sentence sentence) => sentence.Has(Marker.Weighing);

    public bool OpensWith(Sentence sentence, Marker marker) =>
        document.Find(sentence, marker, out var hit) && hit.First <= sentence.FirstWord + sentence.LabelWords;
}
