namespace MemoCoach.Evaluation.Domain.Text;

internal enum BlockKind
{
    Heading,
    Paragraph,
    ListItem,
    TableRow,

    /// <summary>The row that names the columns of a table.</summary>
    TableHeader,

    /// <summary>FROM, TO, SUBJECT and their like: the envelope, not the letter.</summary>
    HeaderLine,

    /// <summary>Footnotes, references and code: kept out of every measurement.</summary>
    Aside,
}

/// <summary>What a heading, a label or a lead-in announces. <see cref="None"/> when it announces nothing we read for, or several things.</summary>
internal enum Topic
{
    None,
    Ask,
    Gain,
    Risks,
    Plan,
    Figures,
    Strategy,
    Options,
}

/// <summary>A block of a memo, from the first character of its content (after a bullet or heading mark) to its last.</summary>
internal sealed class Block(BlockKind kind, int start, int end, int level)
{
    public BlockKind Kind { get; set; } = kind;

    public int Start { get; } = start;

    public int End { get; set; } = end;

    /// <summary>Depth of a heading, 1 for the highest; 0 for other blocks.</summary>
    public int Level { get; } = level;

    /// <summary>What the section, label or lead-in above this block announces.</summary>
    public Topic Topic { get; set; }

    public int FirstSentence { get; set; }

    public int SentenceCount { get; set; }

    public bool IsProse => Kind is BlockKind.Paragraph or BlockKind.ListItem or BlockKind.TableRow;
}
