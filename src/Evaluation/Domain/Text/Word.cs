namespace MemoCoach.Evaluation.Domain.Text;

/// <summary>A word or a number of a memo, and where it stands.</summary>
/// <param name="Number">Its number in the lexicon, or -1.</param>
/// <param name="Hash">Equal for words that are equal when folded.</param>
internal readonly record struct Word(int Start, int End, int Number, WordShape Shape, byte Syllables, uint Hash)
{
    public int Length => End - Start;

    public bool Is(WordShape shape) => (Shape & shape) != 0;
}

[Flags]
internal enum WordShape : byte
{
    None = 0,

    /// <summary>Begins with a digit.</summary>
    Number = 1,

    Capitalised = 2,

    /// <summary>Two or more letters, all of them capitals.</summary>
    Capitals = 4,

    /// <summary>A web or mail address: kept as one word, never read.</summary>
    Address = 8,

    /// <summary>Longer than any word: noise.</summary>
    Noise = 16,
}
