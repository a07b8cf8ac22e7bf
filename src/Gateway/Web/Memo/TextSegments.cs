namespace MemoCoach.Gateway.Web.Memo;

/// <summary>A stretch of a text that something refers to, in UTF-16 code units; <paramref name="End"/> is exclusive.</summary>
/// <param name="Key">Names the reference; several marks may share a stretch.</param>
public sealed record TextMark(string Key, int Start, int End);

/// <summary>A piece of a text whose characters all carry the same marks.</summary>
public sealed record TextSegment(int Start, string Text, IReadOnlyList<TextMark> Marks)
{
    public int End => Start + Text.Length;
}

/// <summary>Cuts a text at the edges of its marks, so that marks that overlap or lie in one another can be shown as flat pieces.</summary>
public static class TextSegments
{
    /// <returns>Pieces that put together are the text. Marks that lie outside of it or are empty are left out.</returns>
    public static IReadOnlyList<TextSegment> Cut(string text, IEnumerable<TextMark> marks)
    {
        var within = marks
            .Where(mark => mark.Start >= 0 && mark.Start < mark.End && mark.End <= text.Length)
            .Select(mark => mark with { Start = BeforePair(text, mark.Start), End = AfterPair(text, mark.End) })
            .OrderBy(mark => mark.Start).ThenByDescending(mark => mark.End)
            .ToList();
        int[] edges = [0, text.Length, .. within.Select(mark => mark.Start), .. within.Select(mark => mark.End)];
        var cuts = edges.Distinct().Order().ToList();

        var segments = new List<TextSegment>(cuts.Count);
        var open = new List<TextMark>();
        var next = 0;
        foreach (var (start, end) in cuts.Zip(cuts.Skip(1)))
        {
            open.RemoveAll(mark => mark.End <= start);
            for (; next < within.Count && within[next].Start == start; next++)
            {
                open.Add(within[next]);
            }

            segments.Add(new TextSegment(start, text[start..end], [.. open]));
        }

        return segments;
    }

    /// <summary>Half of a surrogate pair is no character: it would be shown, and sent, as a replacement character.</summary>
    private static int BeforePair(string text, int index) => SplitsPair(text, index) ? index - 1 : index;

    private static int AfterPair(string text, int index) => SplitsPair(text, index) ? index + 1 : index;

    private static bool SplitsPair(string text, int index) =>
        index > 0 && index < text.Length && char.IsHighSurrogate(text[index - 1]) && char.IsLowSurrogate(text[index]);
}
