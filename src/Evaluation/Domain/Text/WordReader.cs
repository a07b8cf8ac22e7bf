using System.Buffers;
using System.Text;
using MemoCoach.Evaluation.Domain.Lexicons;

namespace MemoCoach.Evaluation.Domain.Text;

/// <summary>
/// Finds the words of a stretch of text. Apostrophes and hyphens inside a word belong to it, as do points and commas inside
/// a number; web addresses and the targets of Markdown links are one word that nobody reads.
/// </summary>
internal static class WordReader
{
    private static readonly SearchValues<char> AddressEnds = SearchValues.Create(" \t\r\n<>()|\u00A0");

    public static void Read(string text, int start, int end, Lexicon lexicon, List<Word> words)
    {
        var at = start;
        while (at < end)
        {
            if (AddressLength(text, at, end) is var address and > 0)
            {
                words.Add(new Word(at, at + address, -1, WordShape.Address, 0, 0));
                at += address;
                continue;
            }

            var length = LetterLength(text, at, end);
            if (length == 0)
            {
                at += char.IsHighSurrogate(text[at]) && at + 1 < end && char.IsLowSurrogate(text[at + 1]) ? 2 : 1;
                continue;
            }

            var wordEnd = char.IsAsciiDigit(text[at]) ? NumberEnd(text, at, end) : WordEnd(text, at, end);
            words.Add(Make(text, at, wordEnd, lexicon));
            at = wordEnd;
        }
    }

    private static Word Make(string text, int start, int end, Lexicon lexicon)
    {
        var letters = text.AsSpan(start, end - start);
        if (letters.Length > Folding.LongestWord)
        {
            return new Word(start, end, -1, WordShape.Noise, 0, 0);
        }

        Span<char> buffer = stackalloc char[Folding.LongestWord];
        ReadOnlySpan<char> folded = buffer[..Folding.Fold(letters, buffer)];
        var number = lexicon.NumberOf(folded);
        if (number < 0 && folded.Length > 3 && folded[^2] == '\'' && folded[^1] == 's')
        {
            number = lexicon.NumberOf(folded[..^2]);
        }

        return new Word(start, end, number, ShapeOf(letters), Syllables.Count(folded, lexicon.Language), HashOf(folded));
    }

    private static WordShape ShapeOf(ReadOnlySpan<char> letters)
    {
        if (char.IsAsciiDigit(letters[0]))
        {
            return WordShape.Number;
        }

        if (!char.IsUpper(letters[0]))
        {
            return WordShape.None;
        }

        int upper = 0, lower = 0;
        foreach (var c in letters)
        {
            upper += char.IsUpper(c) ? 1 : 0;
            lower += char.IsLower(c) ? 1 : 0;
        }

        return upper >= 2 && lower == 0 ? WordShape.Capitalised | WordShape.Capitals : WordShape.Capitalised;
    }

    // FNV-1a: the same in every process, unlike string.GetHashCode.
    private static uint HashOf(ReadOnlySpan<char> folded)
    {
        var hash = 2166136261u;
        foreach (var c in folded)
        {
            hash = (hash ^ c) * 16777619u;
        }

        return hash;
    }

    private static int WordEnd(string text, int at, int end)
    {
        while (at < end)
        {
            var length = LetterLength(text, at, end);
            if (length > 0)
            {
                at += length;
            }
            else if (text[at] is '\'' or '’' or '-' or '‑' or '‐' or '\u00AD' && at + 1 < end && LetterLength(text, at + 1, end) > 0)
            {
                at++;
            }
            else if (text[at] == '.' && IsDottedAbbreviation(text, at, end))
            {
                at++;
            }
            else
            {
                break;
            }
        }

        return at;
    }

    /// <summary>The points of "U.S." and "e.g." belong to the word; the last one is left to the sentence.</summary>
    private static bool IsDottedAbbreviation(string text, int dot, int end) =>
        dot + 1 < end && char.IsLetter(text[dot + 1])
        && char.IsLetter(text[dot - 1])
        && (dot < 2 || !char.IsLetter(text[dot - 2]))
        && (dot + 2 >= end || !char.IsLetter(text[dot + 2]));

    private static int NumberEnd(string text, int at, int end)
    {
        while (at < end && (char.IsAsciiLetterOrDigit(text[at]) || text[at] is 'º' or 'ª'
            || (text[at] is '.' or ',' or ':' or '/' or '’' or '\'' or '-' or '–' && at + 1 < end && char.IsAsciiDigit(text[at + 1]))
            || (text[at] == '-' && at + 1 < end && char.IsAsciiLetter(text[at + 1]))))
        {
            at++;
        }

        return at;
    }

    private static int LetterLength(string text, int at, int end)
    {
        var c = text[at];
        if (c < 128)
        {
            return char.IsAsciiLetterOrDigit(c) ? 1 : 0;
        }

        if (char.IsHighSurrogate(c))
        {
            return at + 1 < end && Rune.TryCreate(c, text[at + 1], out var rune) && Rune.IsLetterOrDigit(rune) ? 2 : 0;
        }

        return char.IsLetterOrDigit(c) || c is >= '\u0300' and <= '\u036F' ? 1 : 0;
    }

    /// <summary>Length of a web address, a Markdown link target "](...)", a footnote mark "[^1]" or a tag, or 0.</summary>
    private static int AddressLength(string text, int at, int end)
    {
        var rest = text.AsSpan(at, end - at);
        switch (text[at])
        {
            case 'h' or 'H' when rest.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || rest.StartsWith("https://", StringComparison.OrdinalIgnoreCase):
            case 'w' or 'W' when rest.StartsWith("www.", StringComparison.OrdinalIgnoreCase):
                var length = rest.IndexOfAny(AddressEnds);
                length = length < 0 ? rest.Length : length;
                return rest[..length].TrimEnd(".,;:!?*_").Length;
            case ']' when rest.StartsWith("](", StringComparison.Ordinal):
                return ThroughClosing(rest, ')');
            case '[' when rest.StartsWith("[^", StringComparison.Ordinal):
                return ThroughClosing(rest, ']');
            case '<' when rest.Length > 1 && (char.IsAsciiLetter(rest[1]) || rest[1] == '/'):
                return ThroughClosing(rest, '>');
            default:
                return 0;
        }
    }

    private static int ThroughClosing(ReadOnlySpan<char> rest, char closing)
    {
        // Bounded, so that ten thousand opening brackets do not each search the whole text.
        var window = rest[..Math.Min(rest.Length, 300)];
        return window.IndexOfAny(closing, '\n') is var close and > 0 && window[close] == closing ? close + 1 : 0;
    }
}
