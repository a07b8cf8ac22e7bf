using MemoCoach.Evaluation.Domain.Lexicons;

namespace MemoCoach.Evaluation.Domain.Text;

/// <summary>A sentence of a memo, or a list item or table row that stands for one.</summary>
internal sealed class Sentence(int index, Block block, int start, int end)
{
    /// <summary>Its place among all sentences of the memo.</summary>
    public int Index { get; } = index;

    public Block Block { get; } = block;

    public int Start { get; } = start;

    public int End { get; } = end;

    public int FirstWord { get; set; }

    public int EndWord { get; set; }

    /// <summary>Words of a run-in label ("Risk:"), which announce the sentence but are not read as part of it.</summary>
    public int LabelWords { get; set; }

    public int FirstHit { get; set; }

    public int EndHit { get; set; }

    public Markers Markers { get; set; }

    /// <summary>Says what an earlier sentence said already, in the same words.</summary>
    public bool IsRepeat { get; set; }

    /// <summary>Reads as language rather than as a scatter of words: only such a sentence can be evidence for anything.</summary>
    public bool IsWellFormed { get; set; }

    /// <summary>Words of substance: not grammar, and not the vocabulary of memos itself.</summary>
    public int Substance { get; set; }

    /// <summary>Ends in a full stop, question or exclamation mark.</summary>
    public bool IsTerminated { get; set; }

    public int WordCount => EndWord - FirstWord - LabelWords;

    public bool Has(Marker marker) => Markers.Has(marker);
}
