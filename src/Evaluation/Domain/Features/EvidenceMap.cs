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
    private readonly SentenceSigns signs;
    private readonly Role[] roles;

    public EvidenceMap(Document document)
    {
        this.document = document;
        signs = new SentenceSigns(document);
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
                if (CanBeEvidence(sentence) && signs.IsAsk(sentence))
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
            return signs.IsAsk(sentence) || sentence.Has(Marker.Decision) || sentence.Has(Marker.RequestVerb) ? Role.Ask : Role.None;
        }

        if (topic == Topic.Risks)
        {
            return SentenceSigns.IsListed(sentence)
                ? (signs.OpensWith(sentence, Marker.Mitigation) ? Role.Mitigation : Role.Risk)
                : sentence.Has(Marker.Risk) || signs.IsFeared(sentence) ? Role.Risk : SentenceSigns.IsMitigation(sentence) ? Role.Mitigation : Role.None;
        }

        if (topic == Topic.Plan)
        {
            return signs.IsStepInPlan(sentence) ? Role.Step : Role.None;
        }

        if (signs.IsAsk(sentence))
        {
            return Role.Ask;
        }

        if (signs.IsRisk(sentence) && sentence.Substance >= 3)
        {
            return Role.Risk;
        }

        if (signs.IsStep(sentence))
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

        if (signs.IsDuty(sentence))
        {
            return Figures.Count(document, sentence) > 0 ? Role.Figure : Role.None;
        }

        if (sentence.Substance >= 3 && (sentence.Has(Marker.Alternative) || (topic == Topic.Options && SentenceSigns.Weighs(sentence))))
        {
            return Role.Alternative;
        }

        if (Figures.Count(document, sentence) > 0 && !(topic == Topic.Options && SentenceSigns.IsArgued(sentence)))
        {
            return Role.Figure;
        }

        if (topic == Topic.Figures)
        {
            return Role.None;
        }

        if (SentenceSigns.IsArgued(sentence))
        {
            return Role.Argument;
        }

        return (sentence.Has(Marker.Benefit) || topic == Topic.Gain) && sentence.Substance >= 3 ? Role.Opportunity : Role.None;
    }

    private static bool CanBeEvidence(Sentence sentence) =>
        sentence is { IsRepeat: false, IsWellFormed: true }
        && sentence.Substance >= (SentenceSigns.IsListed(sentence) ? 1 : 2)
        && sentence.End - sentence.Start <= LongestEvidence;

    // Beyond this a "sentence" is a text without punctuation, and would be evidence for everything at once.
    private const int LongestEvidence = 800;

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
            if (roles[i] is Role.None or Role.Opportunity or Role.Argument && CanBeEvidence(sentence) && sentence.Substance >= 3 && SentenceSigns.Weighs(sentence) && Announced(i))
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

    /// <summary>Outside a section on risks, an answer counts only right after the risk it answers.</summary>
    private void PairMitigations()
    {
        for (var i = 1; i < roles.Length; i++)
        {
            var sentence = document.Sentences[i];
            if (roles[i] is Role.None or Role.Figure or Role.Opportunity or Role.Argument or Role.Alternative or Role.Step && roles[i - 1] is Role.Risk or Role.Mitigation
                && sentence.Block == document.Sentences[i - 1].Block && CanBeEvidence(sentence) && SentenceSigns.IsMitigation(sentence))
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
