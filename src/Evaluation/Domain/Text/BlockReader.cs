namespace MemoCoach.Evaluation.Domain.Text;

/// <summary>
/// Cuts a memo into blocks, by the marks of Markdown and the habits of plain-text memos. One pass over the lines, no
/// regular expressions: the time is proportional to the length, whatever the text.
/// </summary>
internal sealed class BlockReader(string text)
{
    // A plain-text heading is a short line that stands alone.
    private const int LongestPlainHeading = 60;

    // A line this long was not wrapped by an editor: its end is the paragraph's end where a sentence ends there too.
    private const int UnwrappedLine = 100;

    private readonly List<Block> blocks = [];
    private Block? open;
    private int lastLineStart;
    private bool inCode;
    private bool afterFirstProse;
    private bool inNotes;

    public List<Block> Read(Func<int, int, bool> announcesNotes)
    {
        var lines = Lines();
        for (var i = 0; i < lines.Count; i++)
        {
            ReadLine(lines, i, announcesNotes);
        }

        return blocks;
    }

    private void ReadLine(List<(int Start, int End)> lines, int i, Func<int, int, bool> announcesNotes)
    {
        var (start, end) = Trim(lines[i].Start, lines[i].End);
        if (start == end)
        {
            open = null;
            return;
        }

        var line = text.AsSpan(start, end - start);
        if (line.StartsWith("```", StringComparison.Ordinal) || line.StartsWith("~~~", StringComparison.Ordinal))
        {
            inCode = !inCode;
            open = null;
            return;
        }

        if (inCode)
        {
            Add(BlockKind.Aside, start, end);
            open = null;
        }
        else if (IsRule(line))
        {
            open = null;
        }
        else if (HeadingMark(line) is var level and > 0)
        {
            AddHeading(start + level, end, level, announcesNotes);
        }
        else if (inNotes)
        {
            Add(BlockKind.Aside, start, end);
        }
        else if (IsFootnote(line))
        {
            Add(BlockKind.Aside, start, end);
            open = null;
        }
        else if (!afterFirstProse && HeaderLines.IsHeaderLine(line))
        {
            Add(BlockKind.HeaderLine, start, end);
            open = null;
        }
        else if (IsTableRow(lines, i, line))
        {
            if (IsDelimiterRow(line) && blocks.Count > 0 && blocks[^1].Kind == BlockKind.TableRow)
            {
                blocks[^1].Kind = BlockKind.TableHeader;
            }
            else
            {
                Add(BlockKind.TableRow, start, end);
            }

            afterFirstProse = true;
            open = null;
        }
        else if (ListMark(line) is var mark and > 0 && !IsNumberedHeading(lines, i, start + mark, end))
        {
            open = Add(BlockKind.ListItem, SkipSpaces(start + mark, end), end);
            afterFirstProse = true;
        }
        else if (IsPlainHeading(lines, i, start, end))
        {
            AddHeading(start + ListMark(line), end, level: 2, announcesNotes);
        }
        else
        {
            AddProse(line[0] == '>' ? SkipSpaces(start + 1, end) : start, end);
        }

        lastLineStart = start;
    }

    private void AddProse(int start, int end)
    {
        if (start == end)
        {
            return;
        }

        if (open is not null && !EndsParagraph(start))
        {
            open.End = end;
            return;
        }

        open = Add(BlockKind.Paragraph, start, end);
        afterFirstProse = true;
    }

    private bool EndsParagraph(int nextStart)
    {
        var last = text[open!.End - 1];
        return open.End - lastLineStart > UnwrappedLine
            && last is '.' or '!' or '?' or ':' or '”' or '"'
            && !char.IsLower(text[nextStart]);
    }

    private void AddHeading(int start, int end, int level, Func<int, int, bool> announcesNotes)
    {
        start = SkipSpaces(start, end);
        while (end > start && text[end - 1] is '#' or ' ')
        {
            end--;
        }

        open = null;
        if (start == end)
        {
            return;
        }

        inNotes = announcesNotes(start, end);
        Add(BlockKind.Heading, start, end, level);
    }

    private Block Add(BlockKind kind, int start, int end, int level = 0)
    {
        var block = new Block(kind, start, end, level);
        if (start < end)
        {
            blocks.Add(block);
        }

        return block;
    }

    private List<(int Start, int End)> Lines()
    {
        var lines = new List<(int, int)>();
        var start = 0;
        while (start < text.Length)
        {
            var length = text.AsSpan(start).IndexOfAny('\n', '\r', '\u2028');
            var end = length < 0 ? text.Length : start + length;
            lines.Add((start, end));
            start = end + 1;
            if (end < text.Length - 1 && text[end] == '\r' && text[end + 1] == '\n')
            {
                start++;
            }
        }

        return lines;
    }

    private (int Start, int End) Trim(int start, int end)
    {
        while (start < end && IsSpace(text[start]))
        {
            start++;
        }

        while (end > start && IsSpace(text[end - 1]))
        {
            end--;
        }

        return (start, end);
    }

    private int SkipSpaces(int start, int end)
    {
        while (start < end && IsSpace(text[start]))
        {
            start++;
        }

        return start;
    }

    private static bool IsSpace(char c) => char.IsWhiteSpace(c) || c is '\uFEFF' or '\u200B';

    private static int HeadingMark(ReadOnlySpan<char> line)
    {
        var level = line.IndexOfAnyExcept('#');
        return level is >= 1 and <= 6 && IsSpace(line[level]) ? level : 0;
    }

    private static bool IsRule(ReadOnlySpan<char> line) =>
        line.Length >= 3 && line[0] is '-' or '=' or '*' or '_' && line.IndexOfAnyExcept(line[0], ' ') < 0 && line.Length > 2;

    private static bool IsFootnote(ReadOnlySpan<char> line) =>
        line[^1] == '↩' || (line.StartsWith("[^", StringComparison.Ordinal) && line.Contains("]:", StringComparison.Ordinal));

    /// <summary>Length of the bullet or number that opens a list item, or 0.</summary>
    private static int ListMark(ReadOnlySpan<char> line)
    {
        if (line.Length < 3)
        {
            return 0;
        }

        if (line[0] is '-' or '*' or '+' or '•' or '–' or '—' or '◦' or '▪' or '·' or '○')
        {
            return IsSpace(line[1]) || line[0] is '•' or '▪' or '◦' ? 1 : 0;
        }

        var digits = line.IndexOfAnyExceptInRange('0', '9');
        if (digits is >= 1 and <= 2 && digits + 1 < line.Length && line[digits] is '.' or ')' && IsSpace(line[digits + 1]))
        {
            return digits + 1;
        }

        return char.IsAsciiLetterLower(line[0]) && line[1] == ')' && IsSpace(line[2]) ? 2 : 0;
    }

    private static bool IsDelimiterRow(ReadOnlySpan<char> line) =>
        line.Contains('-') && line.Contains('|') && line.IndexOfAnyExcept("|-: \t") < 0;

    private bool IsTableRow(List<(int Start, int End)> lines, int i, ReadOnlySpan<char> line)
    {
        if (!line.Contains('|'))
        {
            return false;
        }

        if (line[0] == '|')
        {
            return true;
        }

        if (blocks.Count > 0 && blocks[^1].Kind is BlockKind.TableRow or BlockKind.TableHeader && i > 0 && (blocks[^1].End >= lines[i - 1].Start || blocks[^1].Kind == BlockKind.TableHeader))
        {
            return true;
        }

        if (IsDelimiterRow(line))
        {
            return i > 0;
        }

        return i + 1 < lines.Count && IsDelimiterRow(text.AsSpan(lines[i + 1].Start, lines[i + 1].End - lines[i + 1].Start));
    }

    /// <summary>"1. Risks" alone between blank lines is a heading; inside a list it is an item.</summary>
    private bool IsNumberedHeading(List<(int Start, int End)> lines, int i, int start, int end) =>
        char.IsAsciiDigit(text[Trim(lines[i].Start, lines[i].End).Start]) && IsPlainHeading(lines, i, SkipSpaces(start, end), end);

    private bool IsPlainHeading(List<(int Start, int End)> lines, int i, int start, int end)
    {
        var line = text.AsSpan(start, end - start);
        var bold = line.Length > 4 && line.StartsWith("**", StringComparison.Ordinal) && line.EndsWith("**", StringComparison.Ordinal)
            && !line[2..^2].Contains('*');
        var bare = bold ? line[2..^2] : line;
        if (bare.Length > LongestPlainHeading || bare.Length < 3 || !(char.IsUpper(bare[0]) || bare[0] is '¿' || char.IsAsciiDigit(bare[0]))
            || bare[^1] is '.' or ',' or ';' or '!' or '…' || (bare[^1] == ':' && !bold && bare.Count(' ') > 3)
            || bare.Count(' ') > 7 || bare.Contains('|'))
        {
            return false;
        }

        // Something must follow, and the line must stand apart from running text above it.
        var alone = i == 0 || IsBlank(lines[i - 1]);
        var followed = i + 1 < lines.Count && (bold || bare[^1] == ':' || IsBlank(lines[i + 1]) || IsLong(lines[i + 1]) || OpensList(lines[i + 1]));
        return alone && followed && HasMore(lines, i + 1);
    }

    private bool IsBlank((int Start, int End) line) => text.AsSpan(line.Start, line.End - line.Start).IsWhiteSpace();

    private bool OpensList((int Start, int End) line)
    {
        var (start, end) = Trim(line.Start, line.End);
        return start < end && (text[start] == '|' || ListMark(text.AsSpan(start, end - start)) > 0);
    }

    private static bool IsLong((int Start, int End) line) => line.End - line.Start > LongestPlainHeading;

    private bool HasMore(List<(int Start, int End)> lines, int from)
    {
        // Blank runs are short in practice; the limit keeps a text of blank lines from costing its square.
        for (var i = from; i < Math.Min(lines.Count, from + 5); i++)
        {
            if (!IsBlank(lines[i]))
            {
                return true;
            }
        }

        return false;
    }
}
