using System.Runtime.InteropServices;
using MemoCoach.Evaluation.Domain.Lexicons;

namespace MemoCoach.Evaluation.Domain.Text;

/// <summary>Reads a memo into a <see cref="Document"/>.</summary>
internal sealed class DocumentReader
{
    // A run-in label ("Total cost of ownership:") is short; a longer opening before a colon is a clause.
    private const int LongestLabel = 5;

    private const int LongestTopicSentence = 7;

    private readonly Memo memo;
    private readonly Lexicon lexicon;
    private readonly List<Word> words = [];
    private readonly List<MarkerHit> hits = [];
    private readonly List<Sentence> sentences = [];
    private readonly SentenceReader sentenceReader;
    private readonly Topics topics;

    private DocumentReader(Memo memo, Lexicon lexicon)
    {
        this.memo = memo;
        this.lexicon = lexicon;
        sentenceReader = new SentenceReader(memo.Text, lexicon);
        topics = new Topics(memo.Text, lexicon);
    }

    public static Document Read(Memo memo, Lexicon lexicon) => new DocumentReader(memo, lexicon).Read();

    private Document Read()
    {
        var blocks = new BlockReader(memo.Text).Read(topics.AnnouncesNotes);
        topics.Assign(blocks);
        Block? previous = null;
        foreach (var block in blocks)
        {
            if (block.Kind == BlockKind.TableHeader)
            {
                var announced = topics.OfText(block.Start, block.End);
                block.Topic = announced == Topic.None ? block.Topic : announced;
            }

            if (block.IsProse)
            {
                InheritLeadIn(block, previous);
                ReadBlock(block);
            }

            previous = block;
        }

        new RepeatFinder(words).Mark(sentences);
        return new Document(memo, lexicon, blocks, sentences, words, hits);
    }

    private void ReadBlock(Block block)
    {
        block.FirstSentence = sentences.Count;
        if (block.Kind == BlockKind.TableRow)
        {
            AddSentence(block, block.Start, block.End);
        }
        else
        {
            sentenceReader.Read(block.Start, block.End, (start, end) => AddSentence(block, start, end));
        }

        block.SentenceCount = sentences.Count - block.FirstSentence;
    }

    private void AddSentence(Block block, int start, int end)
    {
        var firstWord = words.Count;
        WordReader.Read(memo.Text, start, end, lexicon, words);
        if (words.Count == firstWord)
        {
            return;
        }

        var sentence = new Sentence(sentences.Count, block, start, end)
        {
            FirstWord = firstWord,
            EndWord = words.Count,
            FirstHit = hits.Count,
        };
        var own = CollectionsMarshal.AsSpan(words)[firstWord..];
        lexicon.Match(own, firstWord, hits);
        PhraseOverlaps.Remove(hits, sentence.FirstHit);
        sentence.EndHit = hits.Count;
        var markers = Markers.None;
        foreach (var hit in CollectionsMarshal.AsSpan(hits)[sentence.FirstHit..])
        {
            markers = markers.With(hit.Marker);
        }

        sentence.Markers = markers;
        sentence.IsTerminated = memo.Text.AsSpan(start, end - start).TrimEnd("\"”’')]»") is [.., '.' or '!' or '?' or '…'];
        sentence.LabelWords = LabelLength(own, end);
        SentenceQuality.Judge(sentence, own, CollectionsMarshal.AsSpan(hits)[sentence.FirstHit..], lexicon);
        sentence.IsWellFormed &= !(memo.Text[block.Start] == '*' && memo.Text[end - 1] == ':' && sentences.Count == block.FirstSentence);
        sentences.Add(sentence);
        var paragraph = block.Kind == BlockKind.Paragraph;
        if ((sentence.LabelWords > 0 && (paragraph || block.Topic == Topic.None)) || (paragraph && own.Length <= 3 && sentences.Count - 1 == block.FirstSentence))
        {
            // An item of a list keeps to its section: "Budget: Ana checks it" under "Next steps" is a step.
            var label = topics.OfLabel(own[..Math.Max(sentence.LabelWords, Math.Min(own.Length, 3))]);
            block.Topic = label == Topic.None ? block.Topic : label;
        }
        else if (own.Length <= LongestTopicSentence && sentences.Count - 1 == block.FirstSentence && block is { Kind: BlockKind.Paragraph, Topic: Topic.None })
        {
            // "There are two risks." announces its paragraph as a heading would. A request is its own evidence.
            block.Topic = Topics.OfLeadIn(sentence) is var announced and not Topic.Ask ? announced : Topic.None;
        }
    }

    private int LabelLength(ReadOnlySpan<Word> own, int end)
    {
        for (var i = 0; i < Math.Min(own.Length - 1, LongestLabel); i++)
        {
            var after = own[i].End;
            while (after < end && memo.Text[after] is '*' or '_' or ')')
            {
                after++;
            }

            if (after < end && memo.Text[after] == ':')
            {
                return i + 1;
            }
        }

        return 0;
    }

    /// <summary>"The main risks are:" tells what the list under it holds.</summary>
    private void InheritLeadIn(Block block, Block? previous)
    {
        if (block.Kind == BlockKind.Paragraph || previous is null || !(previous.IsProse || previous.Kind == BlockKind.TableHeader))
        {
            return;
        }

        if (previous.Kind == BlockKind.TableHeader)
        {
            block.Topic = previous.Topic;
        }
        else if (previous.Kind == block.Kind)
        {
            block.Topic = block.Topic == Topic.None ? previous.Topic : block.Topic;
        }
        else if (previous.SentenceCount > 0 && memo.Text[previous.End - 1] is ':' or '*')
        {
            var leadIn = Topics.OfLeadIn(sentences[^1]);
            block.Topic = leadIn == Topic.None ? block.Topic : leadIn;
        }
    }
}
