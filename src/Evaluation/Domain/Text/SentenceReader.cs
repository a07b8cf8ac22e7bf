using MemoCoach.Evaluation.Domain.Lexicons;

namespace MemoCoach.Evaluation.Domain.Text;

/// <summary>
/// Cuts a block into sentences. A full stop ends one only where a new one can begin, and not after an abbreviation, an
/// initial or inside a number. A list that was pasted into one line ("that: - First; and - Second") is cut at its dashes.
/// </summary>
internal sealed class SentenceReader(string text, Lexicon lexicon)
{
    public void Read(int start, int end, Action<int, int> found)
    {
        var from = start;
        for (var at = start; at < end; at++)
        {
            var cut = text[at] switch
            {
                '.' or '!' or '?' or '…' => AfterTerminal(at, start, end),
                ':' when IsBoldLabelEnd(at, start, end) => at + 1,
                ':' or ';' => AfterInlineBullet(at, end),
                _ => 0,
            };
            if (cut > at)
            {
                Emit(from, cut, found);
                from = cut;
                at = cut - 1;
            }
        }

        Emit(from, end, found);
    }

    private void Emit(int start, int end, Action<int, int> found)
    {
        while (start < end && IsPadding(text[start]))
        {
            start++;
        }

        while (end > start && (char.IsWhiteSpace(text[end - 1]) || text[end - 1] is '*' or '_'))
        {
            end--;
        }

        if (start < end)
        {
            found(start, end);
        }
    }

    private static bool IsPadding(char c) => char.IsWhiteSpace(c) || c is '*' or '_' or '-' or '–' or '|' or '•';

    private int AfterTerminal(int at, int start, int end)
    {
        var after = at + 1;
        while (after < end && text[after] is '.' or '!' or '?' or '…')
        {
            after++;
        }

        while (after < end && text[after] is '"' or '”' or '’' or '\'' or ')' or ']' or '*' or '_' or '»')
        {
            after++;
        }

        if (after >= end)
        {
            return end;
        }

        // A superscript footnote number clings to the full stop.
        if (!char.IsWhiteSpace(text[after]) && !(text[after] == '[' && after + 1 < end && text[after + 1] == '^'))
        {
            return IsMissingSpace(at, after, start, end) ? after : 0;
        }

        var next = after;
        while (next < end && (char.IsWhiteSpace(text[next]) || text[next] is '*' or '_' or '(' or '[' or '"' or '“' or '‘' or '\'' or '«' or '-' or '–' or '#' or '|'))
        {
            next++;
        }

        if (next >= end)
        {
            return end;
        }

        if (char.IsLower(text[next]))
        {
            // Careless writers begin in lower case; after a whole word that is still a new sentence.
            return EndsWholeWord(at, start) && !IsAbbreviation(at, start, next) ? after : 0;
        }

        return CanBegin(text[next]) && !(text[at] == '.' && after == at + 1 && IsAbbreviation(at, start, next)) ? after : 0;
    }

    private bool EndsWholeWord(int at, int start)
    {
        var letters = 0;
        while (at - letters > start && char.IsLower(text[at - letters - 1]))
        {
            letters++;
        }

        return letters >= 3;
    }

    /// <summary>"analysis.Open standards": two sentences glued together; "Node.js" and "e.g.The" are not.</summary>
    private bool IsMissingSpace(int at, int after, int start, int end)
    {
        if (after != at + 1 || at - start < 4 || after + 2 >= end || !char.IsUpper(text[after]) || !char.IsLower(text[after + 1]))
        {
            return false;
        }

        for (var i = at - 4; i < at; i++)
        {
            if (!char.IsLower(text[i]))
            {
                return false;
            }
        }

        return true;
    }

    private static bool CanBegin(char c) => char.IsUpper(c) || char.IsDigit(c) || c is '¿' or '¡' or '$' or '€' or '£' or '§' || char.IsSurrogate(c) || char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.OtherLetter;

    private bool IsAbbreviation(int dot, int start, int next)
    {
        var from = dot;
        while (from > start && (char.IsLetter(text[from - 1]) || text[from - 1] == '.') && dot - from < 12)
        {
            from--;
        }

        var length = dot - from;
        if (length == 0)
        {
            // "1. Risks": a list number inside a line, not the end of anything.
            return dot - 1 == start && char.IsAsciiDigit(text[dot - 1]);
        }

        if (length == 1)
        {
            // An initial ("J. Smith"); but "Plan B. We" ends.
            return char.IsUpper(text[from]) && !Starts(next);
        }

        Span<char> folded = stackalloc char[16];
        var key = folded[..Folding.Fold(text.AsSpan(from, length), folded)];
        if (lexicon.IsAbbreviation(key))
        {
            return key is not ("etc" or "inc" or "ltd" or "co" or "corp" or "aprox") || !Starts(next);
        }

        return key.Contains('.') && !Starts(next);
    }

    /// <summary>Whether the word here is grammar ("The", "We", "En"), which opens sentences rather than names.</summary>
    private bool Starts(int at)
    {
        var end = at;
        while (end < text.Length && char.IsLetter(text[end]) && end - at < 16)
        {
            end++;
        }

        Span<char> folded = stackalloc char[16];
        return lexicon.Of(lexicon.NumberOf(folded[..Folding.Fold(text.AsSpan(at, end - at), folded)])).Has(Marker.Function);
    }

    /// <summary>"**Step 1 (Analyse alternatives):** Each agency": the bold words are a heading within the line.</summary>
    private bool IsBoldLabelEnd(int at, int start, int end) =>
        at - start is > 30 and < 120 && at + 2 < end && text[at + 1] is '*' or '_' && text[start] == '*';

    /// <summary>The position after ":" or ";" (and an "and" or "or") when a spaced dash follows, else 0.</summary>
    private int AfterInlineBullet(int at, int end)
    {
        var next = at + 1;
        for (var words = 0; next < end && words <= 1; words++)
        {
            while (next < end && text[next] is ' ' or '\u00A0')
            {
                next++;
            }

            if (next + 1 < end && text[next] is '-' or '–' or '•' && text[next + 1] == ' ' && text[next - 1] == ' ')
            {
                return next;
            }

            while (next < end && char.IsAsciiLetterLower(text[next]) && next - at < 8)
            {
                next++;
            }
        }

        return 0;
    }
}
