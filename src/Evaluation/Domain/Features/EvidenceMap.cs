using MemoCoach.Evaluation.Domain.Lexicons;
using MemoCoach.Evaluation.Domain.Text;

namespace MemoCoach.Evaluation.Domain.Features;

/// <summary>What a sentence is evidence for.</summary>
internal enum Role
{
    None,
    Ask,
    Opportunity,
    Risk,
    Mitigation,
    Step,
    Figure,
    Alignment,
    Argument,
    Alternative,
}

/// <summary>
/// Gives every sentence to one criterion at most, so that taking a part out of a memo lowers the score of that part alone.
/// A repeat, a scatter of keywords or a sentence without substance is evidence for nothing.
/// </summary>
internal sealed class EvidenceMap
{
    private readonly Document document;
    private readonly Role[] roles;

    public EvidenceMap(Document document)
    {
        this.document = document;
        roles = new Role[document.Sentences.Count];
        foreach (var sentence in document.Sentences)
        {
            roles[sentence.Index] = RoleOf(sentence);
        }

        if (Array.IndexOf(roles, Role.Ask) < 0)
        {
            // A memo may hide its only request under another heading; it is a request all the same.
            foreach (var sentence in document.Sentences)
            {
                if (CanBeEvidence(sentence) && IsAsk(sentence))
                {
                    roles[sentence.Index] = Role.Ask;
                }
            }
        }

        PairMitigations();
        FollowAsksAndSteps();
        FollowAlternatives();
        GiveParagraphsToTheirSubject();
    }

    public Role this[Sentence sentence] => roles[sentence.Index];

    public List<Sentence> With(Role role)
    {
        var found = new List<Sentence>();
        foreach (var sentence in document.Sentences)
        {
            if (roles[sentence.Index] == role)
            {
                found.Add(sentence);
            }
        }

        return found;
    }

    private Role RoleOf(Sentence sentence)
    {
        if (!CanBeEvidence(sentence))
        {
            return Role.None;
        }

        var topic = sentence.Block.Topic;
        if (topic == Topic.Ask)
        {
            return IsAsk(sentence) || sentence.Has(Marker.Decision) || sentence.Has(Marker.RequestVerb) ? Role.Ask : Role.None;
        }

        if (topic == Topic.Risks)
        {
            return IsListed(sentence)
                ? (OpensWith(sentence, Marker.Mitigation) ? Role.Mitigation : Role.Risk)
                : sentence.Has(Marker.Risk) || IsFeared(sentence) ? Role.Risk : IsMitigation(sentence) ? Role.Mitigation : Role.None;
        }

        if (topic == Topic.Plan)
        {
            return IsStepInPlan(sentence) ? Role.Step : Role.None;
        }

        if (IsAsk(sentence))
        {
            return Role.Ask;
        }

        if (IsRisk(sentence) && sentence.Substance >= 3)
        {
            return Role.Risk;
        }

        if (IsStep(sentence))
        {
            return Role.Step;
        }

        if (sentence.Has(Marker.Strategy) && (sentence.Has(Marker.Link) || topic == Topic.Strategy) && sentence.Substance >= 2)
        {
            return Role.Alignment;
        }

        if (topic == Topic.Strategy)
        {
            return Role.None;
        }

        if (IsDuty(sentence))
        {
            return Figures.Count(document, sentence) > 0 ? Role.Figure : Role.None;
        }

        if (sentence.Substance >= 3 && (sentence.Has(Marker.Alternative) || (topic == Topic.Options && Weighs(sentence))))
        {
            return Role.Alternative;
        }

        if (Figures.Count(document, sentence) > 0 && !(topic == Topic.Options && IsArgued(sentence)))
        {
            return Role.Figure;
        }

        if (topic == Topic.Figures)
        {
            return Role.None;
        }

        if (IsArgued(sentence))
        {
            return Role.Argument;
        }

        return (sentence.Has(Marker.Benefit) || topic == Topic.Gain) && sentence.Substance >= 3 ? Role.Opportunity : Role.None;
    }

    private static bool CanBeEvidence(Sentence sentence) =>
        sentence is { IsRepeat: false, IsWellFormed: true }
        && sentence.Substance >= (IsListed(sentence) ? 1 : 2)
        && sentence.End - sentence.Start <= LongestEvidence;

    // Beyond this a "sentence" is a text without punctuation, and would be evidence for everything at once.
    private const int LongestEvidence = 800;

    /// <summary>A list item or row; sentences that follow within the item are ordinary prose.</summary>
    private static bool IsListed(Sentence sentence) =>
        sentence.Block.Kind is BlockKind.ListItem or BlockKind.TableRow && sentence.Index == sentence.Block.FirstSentence;

    private bool IsAsk(Sentence sentence)
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
    private bool IsRisk(Sentence sentence)
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
    private bool IsFeared(Sentence sentence)
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

    private static bool IsMitigation(Sentence sentence) => sentence.Has(Marker.Mitigation) || sentence.Has(Marker.Response);

    private bool IsStepInPlan(Sentence sentence) =>
        IsListed(sentence)
            ? sentence.Has(Marker.Action) || sentence.Has(Marker.Future) || Figures.HasDate(document, sentence)
            : (sentence.Has(Marker.Action) || sentence.Has(Marker.Plan))
                && (Figures.HasDate(document, sentence) || (People.Owner(document, sentence) > 0 && (sentence.Has(Marker.Future) || HasSpanishFuture(sentence))));

    private bool IsStep(Sentence sentence) =>
        (NamesPlan(sentence) && (sentence.Has(Marker.Action) || Figures.HasDate(document, sentence)) && sentence.Substance >= 2)
        || (sentence.Has(Marker.Action) && (sentence.Has(Marker.Future) || HasSpanishFuture(sentence))
            && Figures.HasDate(document, sentence) && People.Owner(document, sentence) > 0 && sentence.Substance >= 2);

    /// <summary>"The next steps are"; not the "National Action Plan", which is a title.</summary>
    private bool NamesPlan(Sentence sentence) =>
        document.Find(sentence, Marker.Plan, out var plan)
        && !(plan.First > sentence.FirstWord && document.Words[plan.First].Is(WordShape.Capitalised));

    /// <summary>Spanish says the future in the verb itself: firmará, firmarán, firmaremos.</summary>
    private bool HasSpanishFuture(Sentence sentence)
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
    private bool IsDuty(Sentence sentence)
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

    private static bool IsArgued(Sentence sentence) =>
        (sentence.Has(Marker.Reason) || sentence.Has(Marker.Source)) && sentence.Substance >= 3;

    /// <summary>
    /// What continues a request ("A decision on 18 March lets us start") or a plan ("The counter opens on 1 October") in the
    /// next breath belongs to it.
    /// </summary>
    private void FollowAsksAndSteps()
    {
        for (var i = 1; i < roles.Length; i++)
        {
            var sentence = document.Sentences[i];
            if (roles[i] is not (Role.None or Role.Figure or Role.Opportunity) || sentence.Block != document.Sentences[i - 1].Block || !CanBeEvidence(sentence))
            {
                continue;
            }

            if (roles[i - 1] == Role.Ask && sentence.Has(Marker.Decision) && Figures.HasDate(document, sentence))
            {
                roles[i] = Role.Ask;
            }
            else if (roles[i - 1] == Role.Step && sentence.Has(Marker.Action) && Figures.HasDate(document, sentence))
            {
                roles[i] = Role.Step;
            }
        }
    }

    /// <summary>"Option A would be simple, but ..." weighs an alternative that the sentence before it announced.</summary>
    private void FollowAlternatives()
    {
        for (var i = 1; i < roles.Length; i++)
        {
            var sentence = document.Sentences[i];
            if (roles[i] is Role.None or Role.Opportunity or Role.Argument && CanBeEvidence(sentence) && sentence.Substance >= 3 && Weighs(sentence) && Announced(i))
            {
                roles[i] = Role.Alternative;
            }
        }
    }

    private bool Announced(int index)
    {
        for (var i = Math.Max(0, index - 2); i < index; i++)
        {
            if (document.Sentences[i].Block == document.Sentences[index].Block && document.Sentences[i].Has(Marker.Alternative))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Weighs(Sentence sentence) => sentence.Has(Marker.Weighing);

    private bool OpensWith(Sentence sentence, Marker marker) =>
        document.Find(sentence, marker, out var hit) && hit.First <= sentence.FirstWord + sentence.LabelWords;

    /// <summary>Outside a section on risks, an answer counts only right after the risk it answers.</summary>
    private void PairMitigations()
    {
        for (var i = 1; i < roles.Length; i++)
        {
            var sentence = document.Sentences[i];
            if (roles[i] is Role.None or Role.Figure or Role.Opportunity or Role.Argument or Role.Alternative or Role.Step && roles[i - 1] is Role.Risk or Role.Mitigation
                && sentence.Block == document.Sentences[i - 1].Block && CanBeEvidence(sentence) && IsMitigation(sentence))
            {
                roles[i] = Role.Mitigation;
            }
        }
    }

    /// <summary>
    /// A paragraph mostly about a request, risks or a plan belongs to it whole: a figure in it goes when the paragraph goes,
    /// and must not be missed elsewhere.
    /// </summary>
    private void GiveParagraphsToTheirSubject()
    {
        foreach (var block in document.Blocks)
        {
            if (block.Kind != BlockKind.Paragraph || block.SentenceCount < 2)
            {
                continue;
            }

            var own = roles.AsSpan(block.FirstSentence, block.SentenceCount);
            foreach (var criterion in new[] { Role.Ask, Role.Risk, Role.Step })
            {
                var count = 0;
                foreach (var role in own)
                {
                    count += Serves(role, criterion) ? 1 : 0;
                }

                if (count * 2 > own.Length)
                {
                    foreach (ref var role in own)
                    {
                        role = Serves(role, criterion) ? role : Role.None;
                    }
                }
            }
        }
    }

    private static bool Serves(Role role, Role criterion) => role == criterion || (criterion == Role.Risk && role == Role.Mitigation);
}
