using System.Text.Json;

namespace MemoCoach.Evaluation.Domain.Lexicons;

/// <summary>
/// Wordy phrases and what to write instead: the list of the federal plain-language guidelines (plainlanguage.gov, CC0,
/// shipped unchanged as <c>Data/substitutions.json</c>), of which only those entries are used that hold in any sentence.
/// "Address" for "discuss" or "vice" for "instead of" would make a coach look foolish, so a word must be named here.
/// </summary>
internal static class EnglishPlainWords
{
    // Whole phrases of the federal list whose first replacement fits wherever the phrase stands.
    private static readonly HashSet<string> Trusted = new(StringComparer.Ordinal)
    {
        "adjacent to", "as a means of", "at the present time", "by means of", "due to the fact that", "during the period", "for a period of",
        "heretofore", "in accordance with", "in an effort to", "in order to", "in regard to", "in the amount of", "in the event of", "inasmuch as",
        "is applicable to", "is authorized to", "is in consonance with", "it is requested", "limited number", "prior to",
        "pertaining to", "pursuant to", "relative to", "set forth in", "similar to", "subsequently", "under the provisions of", "until such time as",
        "with reference to", "with the exception of", "in relation to", "expeditious", "methodology", "numerous", "remuneration", "optimum",
        "until such time as", "has a requirement for", "in lieu of", "equitable", "in a timely manner", "at the present time",
    };

    // Where the list's first replacement does not fit, or it has none: ours.
    private static readonly Dictionary<string, string> Preferred = new(StringComparer.Ordinal)
    {
        ["at the present time"] = "now", ["by means of"] = "by", ["due to the fact that"] = "because", ["in accordance with"] = "under",
        ["in the event of"] = "if there is", ["in lieu of"] = "instead of", ["in regard to"] = "about",
        ["in relation to"] = "about", ["it is requested"] = "please", ["limited number"] = "few", ["pursuant to"] = "under",
        ["similar to"] = "like", ["inasmuch as"] = "since", ["subsequently"] = "later", ["expeditious"] = "fast", ["optimum"] = "best", ["as a means of"] = "to",
        ["numerous"] = "many", ["until such time as"] = "until", ["equitable"] = "fair",
    };

    // Verbs of the list, bent with the sentence. Each replacement takes the same object.
    private static readonly (string Wordy, string Plain)[] Verbs =
    [
        ("utilize", "use"), ("utilise", "use"), ("commence", "start"), ("ascertain", "find out"), ("disseminate", "send out"), ("expedite", "speed up"),
        ("finalize", "finish"), ("finalise", "finish"), ("furnish", "give"), ("initiate", "start"), ("necessitate", "require"), ("promulgate", "issue"),
        ("terminate", "end"), ("discontinue", "stop"), ("expend", "spend"), ("relocate", "move"), ("endeavor", "try"), ("endeavour", "try"), ("possess", "have"),
        ("solicit", "ask for"), ("transmit", "send"), ("facilitate", "help"), ("effectuate", "carry out"), ("prioritise", "rank"), ("prioritize", "rank"), ("leverage", "use"),
    ];

    // From the guidelines' own text and J. Williams, "Style: Lessons in Clarity and Grace".
    private static readonly (string Wordy, string Plain)[] More =
    [
        ("in the event that", "if"), ("at this point in time", "now"), ("with regard to", "about"), ("with respect to", "about"),
        ("in spite of the fact that", "although"), ("despite the fact that", "although"), ("has the ability to", "can"), ("have the ability to", "can"),
        ("is able to", "can"), ("are able to", "can"), ("was able to", "could"), ("were able to", "could"), ("are unable to", "cannot"), ("is unable to", "cannot"),
        ("is comprised of", "consists of"), ("are comprised of", "consist of"), ("subsequent to", "after"), ("in conjunction with", "with"), ("each and every", "every"),
        ("first and foremost", "first"), ("for the reason that", "because"), ("in light of the fact that", "because"), ("on a daily basis", "daily"),
        ("on a monthly basis", "monthly"), ("on a weekly basis", "weekly"), ("on an annual basis", "yearly"), ("on a regular basis", "regularly"),
        ("the majority of", "most"), ("a majority of", "most"), ("in close proximity to", "near"), ("in excess of", "more than"), ("in the absence of", "without"),
        ("in the course of", "during"), ("for the duration of", "during"), ("as a consequence of", "because of"), ("with a view to", "to"), ("in the vicinity of", "near"),
        ("take into consideration", "consider"), ("taking into consideration", "considering"), ("takes into consideration", "considers"), ("it is important to note that", ""), ("it should be noted that", ""),
        ("please be advised that", ""), ("the fact that", ""), ("in terms of", ""), ("in the process of", ""), ("it is recommended that", "we recommend that"),
        ("a sufficient number of", "enough"), ("by virtue of", "by"), ("on behalf of the fact", ""), ("whether or not", "whether"), ("in a position to", "able to"), ("on account of", "because of"), ("in reference to", "about"), ("in advance of", "before"), ("for the purposes of", "for"), ("in connection with", "about"),
        ("still remains", "remains"), ("still remain", "remain"), ("final conclusion", "conclusion"), ("final outcome", "outcome"), ("end result", "result"), ("past history", "history"), ("advance planning", "planning"), ("future plans", "plans"), ("based on the fact that", "because"), ("as a matter of fact", "in fact"), ("completely accurate", "accurate"), ("absolutely essential", "essential"), ("basic fundamentals", "basics"), ("joint collaboration", "collaboration"), ("the reason why is that", "because"), ("with the exception of", "except for"), ("at such time as", "when"), ("in the amount of", "for"), ("at an early date", "soon"),
        ("as to whether", "whether"), ("at all times", "always"), ("on an ongoing basis", "continually"), ("as well as to", "and to"), ("in such a manner as to", "to"), ("in such a way as to", "to"),
        ("approximately", "about"), ("in view of the fact that", "because"), ("whilst", "while"), ("thereafter", "later"),
    ];

    public static void AddTo(LexiconBuilder builder)
    {
        foreach (var (wordy, plain) in More)
        {
            builder.AddPhrase(Marker.Wordy, wordy, plain);
        }

        foreach (var (wordy, plain) in Verbs)
        {
            builder.AddPhrase(Marker.Wordy, wordy, plain);
            builder.AddPhrase(Marker.Wordy, EnglishVerbs.ThirdPerson(wordy), EnglishVerbs.ThirdPerson(plain));
            builder.AddPhrase(Marker.Wordy, EnglishVerbs.Past(wordy), EnglishVerbs.Past(plain));
            builder.AddPhrase(Marker.Wordy, EnglishVerbs.Gerund(wordy), EnglishVerbs.Gerund(plain));
        }

        foreach (var entry in ReadFederalList())
        {
            if (Trusted.Contains(entry.Complex))
            {
                var plain = Preferred.TryGetValue(entry.Complex, out var preferred) ? preferred : entry.Plain.Split(',')[0].Trim();
                builder.AddPhrase(Marker.Wordy, entry.Complex, plain);
            }
        }
    }

    internal static IReadOnlyList<Substitution> ReadFederalList()
    {
        using var stream = typeof(EnglishPlainWords).Assembly.GetManifestResourceStream("MemoCoach.Evaluation.substitutions.json")
            ?? throw new InvalidOperationException("The list of plain words is missing from the assembly.");
        return JsonSerializer.Deserialize<List<Substitution>>(stream, JsonSerializerOptions.Web)!;
    }

    internal sealed record Substitution(string Complex, string Plain, bool DirtyDozen);
}
