using System.Globalization;
using MemoCoach.Evaluation.Domain.Lexicons;
using MemoCoach.Evaluation.Domain.Text;

namespace MemoCoach.Evaluation.Domain.Features;

/// <summary>
/// Sentence length. English: the Federal Plain Language Guidelines ask for an average of 15 to 20 words and one idea a
/// sentence. Spanish sentences run longer; the guides to clear language ask for 25 to 30 words at most.
/// </summary>
internal sealed class SentenceLength : IHurdle, ICommentator
{
    private const int CommentedFrom = 30;

    public int MostFindings => 3;

    /// <summary>Words that a reader takes in without effort.</summary>
    private static int Easy(Language language) => language == Language.Spanish ? 14 : 11;

    public double Weigh(Document document, Sentence sentence, List<Remark> remarks)
    {
        var count = sentence.Block.Kind == BlockKind.TableRow ? LongestCell(document, sentence) : sentence.WordCount;
        var excess = Math.Max(0, count - Easy(document.Language));
        var limit = CommentedFrom + (document.Language == Language.Spanish ? 5 : 0);
        if (count > limit)
        {
            remarks.Add(new Remark(this, sentence, sentence.FirstWord, sentence.EndWord, Math.Min(0.95, 0.35 + ((count - limit) * 0.02))));
        }

        return excess * 0.03;
    }

    public Finding Comment(Document document, Remark remark)
    {
        var language = document.Language;
        var count = remark.Sentence.WordCount.ToString(CultureInfo.InvariantCulture);
        var split = SplitPoint(document, remark.Sentence);
        var action = split is null && IsSeries(document, remark.Sentence)
            ? Say.In(language,
                "End the sentence early with a colon, and put the items of the series in a list below it.",
                "Termine pronto la frase con dos puntos y ponga los elementos de la enumeración en una lista debajo.")
            : split is null
            ? Say.In(language,
                "Write one sentence for each thing the reader must know, and cut the rest.",
                "Escriba una frase para cada cosa que el lector deba saber y suprima el resto.")
            : split.StartsWith("which", StringComparison.Ordinal)
            ? $"Try a full stop before {Say.Quoted(split)}, and begin the next sentence with “This” in place of “which”."
            : Say.In(language,
                $"Try a full stop before {Say.Quoted(split)}, and let what follows stand as a sentence of its own.",
                $"Pruebe a poner punto antes de {Say.Quoted(split)} y deje que lo que sigue sea una frase propia.");
        return new Finding(
            document.SpanOf(remark.Sentence),
            CriterionIds.Clarity,
            remark.Sentence.WordCount > 45 ? Severity.High : Severity.Medium,
            Say.In(language,
                $"At {count} words, this sentence makes the reader hold its beginning in mind until its end.",
                $"Con {count} palabras, esta frase obliga al lector a retener el principio hasta llegar al final."),
            [Say.In(language,
                "If the reader keeps only one idea from this sentence, which one should it be?",
                "Si el lector se queda con una sola idea de esta frase, ¿cuál debe ser?")],
            [action]);
    }

    /// <summary>The joint nearest the middle at which the sentence can be cut; its next words.</summary>
    private static string? SplitPoint(Document document, Sentence sentence)
    {
        var words = document.WordsOf(sentence);
        var best = -1;
        for (var i = 6; i < words.Length - 5; i++)
        {
            var gap = document.Text.AsSpan(words[i - 1].End, words[i].Start - words[i - 1].End);
            var joint = gap.Contains(';') || (gap.Contains(',') && Joins(document, words[i], words[i + 1]));
            if (joint && (best < 0 || Math.Abs(i - (words.Length / 2)) < Math.Abs(best - (words.Length / 2))))
            {
                best = i;
            }
        }

        return best < 0 ? null : document.Text[words[best].Start..words[Math.Min(best + 4, words.Length) - 1].End];
    }

    /// <summary>Whether a clause begins here, rather than the last item of a series: ", and we", not ", and quality".</summary>
    private static bool Joins(Document document, Word word, Word next)
    {
        var text = document.TextOf(word);
        var spanish = document.Language == Language.Spanish;
        if (spanish ? text is "y" : text is "and")
        {
            var subject = document.Lexicon.Of(next.Number);
            return subject.Has(Marker.Person) || document.TextOf(next) is "it" or "this" or "the" or "that" or "there" or "these" or "se" or "esto" or "eso" or "ello";
        }

        return spanish
            ? text is "pero" or "pues"
            : text is "but" or "so" or "which";
    }

    private static bool IsSeries(Document document, Sentence sentence)
    {
        var words = document.WordsOf(sentence);
        int commas = 0, longest = 0, current = 0;
        for (var i = 1; i < words.Length; i++)
        {
            if (document.Text.AsSpan(words[i - 1].End, words[i].Start - words[i - 1].End).Contains(','))
            {
                commas++;
                longest = commas > 1 ? Math.Max(longest, current) : 0;
                current = 0;
            }

            current++;
        }

        return commas >= 3 && longest <= 9;
    }

    /// <summary>A table is read cell by cell.</summary>
    private static int LongestCell(Document document, Sentence row)
    {
        int longest = 0, current = 0;
        var words = document.WordsOf(row);
        for (var i = 0; i < words.Length; i++)
        {
            if (i > 0 && document.Text.AsSpan(words[i - 1].End, words[i].Start - words[i - 1].End).Contains('|'))
            {
                current = 0;
            }

            longest = Math.Max(longest, ++current);
        }

        return longest;
    }
}
