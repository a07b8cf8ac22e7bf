namespace MemoCoach.Evaluation.Domain;

/// <summary>
/// A stretch of a text, in UTF-16 code units, that lies within it and splits no surrogate pair.
/// The quote is cut from the text, so it cannot differ from it.
/// </summary>
public sealed record TextSpan
{
    public TextSpan(string text, int start, int end)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (start < 0 || end > text.Length || start >= end)
        {
            throw new ArgumentOutOfRangeException(nameof(start), $"{start}..{end} is not a stretch of a text of {text.Length}.");
        }

        if (SplitsPair(text, start) || SplitsPair(text, end))
        {
            throw new ArgumentException($"{start}..{end} cuts a character in two.");
        }

        Start = start;
        End = end;
        Quote = text[start..end];
    }

    public int Start { get; }

    /// <summary>The first position after the span.</summary>
    public int End { get; }

    public string Quote { get; }

    /// <summary>
    /// The span from <paramref name="start"/> to <paramref name="end"/>, shortened at a word's end to
    /// <paramref name="longest"/> units, so that a text without a full stop is not quoted whole.
    /// </summary>
    public static TextSpan Clipped(string text, int start, int end, int longest)
    {
        if (end - start > longest)
        {
            var cut = start + longest;
            var space = text.LastIndexOfAny([' ', '\t', '\n', '\r'], cut - 1, longest / 2);
            end = space > start ? space : cut;
            if (SplitsPair(text, end))
            {
                end--;
            }
        }

        return new TextSpan(text, start, end);
    }

    /// <summary>
    /// Finds a quote in a text, as a language model claims to have read it. Null when it is not there, word for word.
    /// </summary>
    public static TextSpan? Find(string text, string quote)
    {
        if (quote.Length == 0)
        {
            return null;
        }

        var start = text.IndexOf(quote, StringComparison.Ordinal);
        return start < 0 || SplitsPair(text, start) || SplitsPair(text, start + quote.Length)
            ? null
            : new TextSpan(text, start, start + quote.Length);
    }

    private static bool SplitsPair(string text, int at) =>
        at > 0 && at < text.Length && char.IsLowSurrogate(text[at]) && char.IsHighSurrogate(text[at - 1]);
}
