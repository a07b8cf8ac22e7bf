using MemoCoach.Evaluation.Domain.Text;

namespace MemoCoach.Evaluation.Domain.Features;

/// <summary>Something worth a comment, before it is decided whether it gets one. Cheap: the words are found only if it does.</summary>
/// <param name="By">Who can put it into words.</param>
/// <param name="Weight">How much it costs the reader; the heaviest remarks become findings.</param>
/// <param name="Plain">What to write instead, where that is known.</param>
internal readonly record struct Remark(ICommentator By, Sentence Sentence, int FirstWord, int EndWord, double Weight, string? Plain = null);

/// <summary>A feature that comments on what it measures.</summary>
internal interface ICommentator
{
    /// <summary>How many of its findings a writer can use in one reading.</summary>
    int MostFindings { get; }

    Finding Comment(Document document, Remark remark);
}

/// <summary>A feature of a single sentence that makes it harder to read.</summary>
internal interface IHurdle
{
    /// <summary>How much the feature weighs in a sentence: 0 for nothing, about 0.5 for something a reader stumbles over.</summary>
    double Weigh(Document document, Sentence sentence, List<Remark> remarks);
}
