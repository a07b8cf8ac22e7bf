using MemoCoach.Evaluation.Domain.Text;

namespace MemoCoach.Evaluation.Domain.Lexicons;

/// <summary>A phrase of a lexicon where it occurs: words <paramref name="First"/> up to, not including, <paramref name="End"/>.</summary>
/// <param name="Plain">For wordy phrases and hidden verbs, what to write instead.</param>
internal readonly record struct MarkerHit(int First, int End, Marker Marker, string? Plain);

/// <summary>
/// The words and phrases of one language and what they mark, in one trie over word numbers: a text is matched against all
/// of them in a single pass. Built once, then only read, by any number of threads.
/// </summary>
internal sealed class Lexicon
{
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> vocabulary;
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> abbreviations;
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> familiarAcronyms;
    private readonly Dictionary<long, int> children;
    private readonly (Marker Marker, string? Plain)[][] entries;
    private readonly Markers[] singleWords;
    private readonly bool[] opensPhrase;

    internal Lexicon(
        Language language,
        Dictionary<string, int> vocabulary,
        Dictionary<long, int> children,
        (Marker Marker, string? Plain)[][] entries,
        HashSet<string> abbreviations,
        HashSet<string> familiarAcronyms)
    {
        Language = language;
        this.abbreviations = abbreviations.GetAlternateLookup<ReadOnlySpan<char>>();
        this.familiarAcronyms = familiarAcronyms.GetAlternateLookup<ReadOnlySpan<char>>();
        this.vocabulary = vocabulary.GetAlternateLookup<ReadOnlySpan<char>>();
        this.children = children;
        this.entries = entries;
        singleWords = new Markers[vocabulary.Count];
        opensPhrase = new bool[vocabulary.Count];
        for (var id = 0; id < vocabulary.Count; id++)
        {
            if (children.TryGetValue(Edge(0, id), out var node))
            {
                opensPhrase[id] = true;
                foreach (var entry in entries[node])
                {
                    singleWords[id] = singleWords[id].With(entry.Marker);
                }
            }
        }
    }

    public Language Language { get; }

    /// <summary>Whether a full stop after this folded word belongs to the word.</summary>
    public bool IsAbbreviation(ReadOnlySpan<char> folded) => abbreviations.Contains(folded);

    /// <summary>Whether no reader of a business memo needs this acronym spelled out.</summary>
    public bool IsFamiliarAcronym(ReadOnlySpan<char> acronym) => familiarAcronyms.Contains(acronym);

    /// <summary>The number of a folded word, or -1 when the lexicon does not have it.</summary>
    public int NumberOf(ReadOnlySpan<char> folded) => vocabulary.TryGetValue(folded, out var id) ? id : -1;

    /// <summary>What a word marks by itself.</summary>
    public Markers Of(int word) => word < 0 ? Markers.None : singleWords[word];

    /// <summary>Adds every phrase that occurs in the words, left to right, shorter before longer.</summary>
    public void Match(ReadOnlySpan<Word> words, int offset, List<MarkerHit> hits)
    {
        for (var first = 0; first < words.Length; first++)
        {
            var id = words[first].Number;
            if (id < 0 || !opensPhrase[id])
            {
                continue;
            }

            var node = 0;
            for (var at = first; at < words.Length; at++)
            {
                id = words[at].Number;
                if (id < 0 || !children.TryGetValue(Edge(node, id), out node))
                {
                    break;
                }

                foreach (var (marker, plain) in entries[node])
                {
                    hits.Add(new MarkerHit(offset + first, offset + at + 1, marker, plain));
                }
            }
        }
    }

    internal static long Edge(int node, int word) => ((long)node << 32) | (uint)word;
}
