namespace MemoCoach.Evaluation.Domain.Lexicons;

/// <summary>
/// Reads the phrase notation of the lexicons: entries separated by commas or line ends; <c>(a|b) c</c> is "a c" and "b c";
/// <c>[the] risk</c> is "risk" and "the risk"; <c>~approve</c> is every form of the verb.
/// </summary>
internal sealed class LexiconBuilder(Func<string, IEnumerable<string>> verbForms)
{
    private readonly Dictionary<string, int> vocabulary = new(StringComparer.Ordinal);
    private readonly Dictionary<long, int> children = [];
    private readonly List<List<(Marker Marker, string? Plain)>> entries = [[]];

    public LexiconBuilder Add(Marker marker, string notation)
    {
        foreach (var entry in notation.Split([',', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            foreach (var phrase in Expand(entry))
            {
                AddPhrase(marker, phrase, plain: null);
            }
        }

        return this;
    }

    public void AddPhrase(Marker marker, string phrase, string? plain)
    {
        var node = 0;
        foreach (var word in phrase.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var folded = Folding.Fold(word);
            if (!vocabulary.TryGetValue(folded, out var id))
            {
                id = vocabulary.Count;
                vocabulary.Add(folded, id);
            }

            var edge = Lexicon.Edge(node, id);
            if (!children.TryGetValue(edge, out node))
            {
                node = entries.Count;
                children.Add(edge, node);
                entries.Add([]);
            }
        }

        if (!entries[node].Exists(entry => entry.Marker == marker))
        {
            entries[node].Add((marker, plain));
        }
    }

    public Lexicon Build(Language language, string abbreviations, string familiarAcronyms) => new(
        language,
        vocabulary,
        children,
        [.. entries.Select(list => list.ToArray())],
        abbreviations.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal),
        familiarAcronyms.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal));

    internal IEnumerable<string> Expand(string entry)
    {
        IEnumerable<string> phrases = [""];
        foreach (var part in Parts(entry))
        {
            var choices = Choices(part).ToArray();
            phrases = phrases.SelectMany(phrase => choices.Select(choice => $"{phrase} {choice}".Trim())).ToArray();
        }

        return phrases;
    }

    private IEnumerable<string> Choices(string part) => part[0] switch
    {
        '(' => part[1..^1].Split('|').SelectMany(choice => Choices(choice.Trim())),
        '[' => part[1..^1].Split('|').SelectMany(choice => Choices(choice.Trim())).Append(""),
        '~' => verbForms(part[1..]),
        _ => [part],
    };

    private static IEnumerable<string> Parts(string entry)
    {
        for (var at = 0; at < entry.Length;)
        {
            if (entry[at] == ' ')
            {
                at++;
                continue;
            }

            var end = entry[at] switch
            {
                '(' => entry.IndexOf(')', at) + 1,
                '[' => entry.IndexOf(']', at) + 1,
                _ => entry.IndexOf(' ', at),
            };
            end = end <= at ? entry.Length : end;
            yield return entry[at..end];
            at = end;
        }
    }
}
