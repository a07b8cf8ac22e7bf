using MemoCoach.Evaluation.Domain.Text;

namespace MemoCoach.Evaluation.Domain.Features;

/// <summary>The shape of a memo on the page: headings, the stretches between them, and the length of its paragraphs.</summary>
/// <param name="FullWords">Words in full sentences that repeat no other.</param>
internal sealed record Shape(int Words, int FullWords, IReadOnlyList<Block> HeadingBlocks, int LongestStretch, IReadOnlyList<(int Words, Block Block)> LongParagraphs)
{
    public int Headings => HeadingBlocks.Count;

    public static Shape Of(Document document)
    {
        int words = 0, full = 0, longest = 0, stretch = 0;
        Block? pending = null;
        var headings = new List<Block>();
        var paragraphs = new List<(int Words, Block Block)>();
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var block in document.Blocks)
        {
            if (block.Kind == BlockKind.Heading)
            {
                // A heading counts once text follows it, and only once: rows of headings are not a structure.
                pending = seen.Add(document.Text[block.Start..block.End]) ? block : pending;
                continue;
            }

            if (!block.IsProse)
            {
                continue;
            }

            var own = WordsIn(document, block);
            for (var i = block.FirstSentence; i < block.FirstSentence + block.SentenceCount; i++)
            {
                var sentence = document.Sentences[i];
                full += sentence is { IsWellFormed: true, IsRepeat: false } ? sentence.WordCount : 0;
            }

            if (pending is not null && own >= 3)
            {
                headings.Add(pending);
                stretch = 0;
                pending = null;
            }

            words += own;
            stretch += own;
            longest = Math.Max(longest, stretch);
            if (block.Kind == BlockKind.Paragraph)
            {
                paragraphs.Add((own, block));
            }
        }

        // Stable, so that of two paragraphs of one length the first is named.
        var byLength = paragraphs.OrderByDescending(paragraph => paragraph.Words).ToList();
        return new Shape(words, full, headings, longest, byLength);
    }

    public static int WordsIn(Document document, Block block)
    {
        var words = 0;
        for (var i = block.FirstSentence; i < block.FirstSentence + block.SentenceCount; i++)
        {
            words += document.Sentences[i].EndWord - document.Sentences[i].FirstWord;
        }

        return words;
    }
}
