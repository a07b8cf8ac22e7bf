using System.Runtime.InteropServices;
using MemoCoach.Evaluation.Domain.Lexicons;

namespace MemoCoach.Evaluation.Domain.Text;

/// <summary>A memo as its parts: blocks, sentences, words, and what the words mark, all with offsets into the original.</summary>
internal sealed class Document(Memo memo, Lexicon lexicon, List<Block> blocks, List<Sentence> sentences, List<Word> words, List<MarkerHit> hits)
{
    public string Text { get; } = memo.Text;

    public Lexicon Lexicon { get; } = lexicon;

    public Language Language => Lexicon.Language;

    public IReadOnlyList<Block> Blocks => blocks;

    /// <summary>The sentences of paragraphs, lists and tables. Headings, the envelope and footnotes are not among them.</summary>
    public List<Sentence> Sentences => sentences;

    public ReadOnlySpan<Word> Words => CollectionsMarshal.AsSpan(words);

    /// <summary>The words of a sentence after its label.</summary>
    public ReadOnlySpan<Word> WordsOf(Sentence sentence) =>
        Words[(sentence.FirstWord + sentence.LabelWords)..sentence.EndWord];

    /// <summary>The phrases marked in a sentence, its label included, in order of their first word.</summary>
    public ReadOnlySpan<MarkerHit> HitsOf(Sentence sentence) => CollectionsMarshal.AsSpan(hits)[sentence.FirstHit..sentence.EndHit];

    public bool Find(Sentence sentence, Marker marker, out MarkerHit found)
    {
        if (sentence.Has(marker))
        {
            foreach (var hit in HitsOf(sentence))
            {
                if (hit.Marker == marker)
                {
                    found = hit;
                    return true;
                }
            }
        }

        found = default;
        return false;
    }

    public int Count(Sentence sentence, Marker marker)
    {
        var count = 0;
        if (sentence.Has(marker))
        {
            foreach (var hit in HitsOf(sentence))
            {
                count += hit.Marker == marker ? 1 : 0;
            }
        }

        return count;
    }

    public ReadOnlySpan<char> TextOf(Word word) => Text.AsSpan(word.Start, word.Length);

    public string TextOf(int firstWord, int endWord) => Text[words[firstWord].Start..words[endWord - 1].End];

    public TextSpan SpanOf(Sentence sentence) => TextSpan.Clipped(Text, sentence.Start, sentence.End, 600);

    public TextSpan SpanOf(int firstWord, int endWord) => TextSpan.Clipped(Text, words[firstWord].Start, words[endWord - 1].End, 600);

    public TextSpan SpanOf(Block block) => TextSpan.Clipped(Text, block.Start, block.End, 300);
}
