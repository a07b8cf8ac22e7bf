using MemoCoach.Evaluation.Domain.Lexicons;
using MemoCoach.Evaluation.Domain.Text;

namespace MemoCoach.Evaluation.Domain.Features;

/// <summary>
/// Wordy phrases with a plain replacement. English: the substitution list of the Federal Plain Language Guidelines (CC0)
/// and Williams, "Style"; Spanish: see <see cref="SpanishPlainWords"/>.
/// </summary>
internal sealed class WordyPhrases : IHurdle, ICommentator
{
    public int MostFindings => 3;

    public double Weigh(Document document, Sentence sentence, List<Remark> remarks)
    {
        if (!sentence.Has(Marker.Wordy))
        {
            return 0;
        }

        double weight = 0;
        var covered = 0;
        foreach (var hit in document.HitsOf(sentence))
        {
            if (hit.Marker == Marker.Wordy && hit.First >= covered)
            {
                covered = hit.End;
                weight += 0.1;
                remarks.Add(new Remark(this, sentence, hit.First, hit.End, 0.25 + ((hit.End - hit.First) * 0.02), hit.Plain));
            }
        }

        return weight;
    }

    public Finding Comment(Document document, Remark remark)
    {
        var language = document.Language;
        var first = WithArticle(document, remark, out var plain);
        var phrase = document.TextOf(first, remark.EndWord);
        plain = char.IsUpper(phrase[0]) && plain.Length > 0 ? char.ToUpperInvariant(plain[0]) + plain[1..] : plain;
        var cut = plain.Length == 0;
        return new Finding(
            document.SpanOf(first, remark.EndWord),
            CriterionIds.Clarity,
            Severity.Low,
            cut
                ? Say.In(language, $"{Say.Quoted(phrase)} delays the point and adds nothing to it.", $"{Say.Quoted(phrase)} retrasa la idea y no le añade nada.")
                : Say.In(language, $"{Say.Quoted(phrase)} says no more than {Say.Quoted(plain)}.", $"{Say.Quoted(phrase)} no dice más que {Say.Quoted(plain)}."),
            [Say.In(language, "Would you say it this way across a table?", "¿Lo diría así en una conversación?")],
            [cut
                ? Say.In(language, $"Leave out {Say.Quoted(phrase)} and begin with the point itself.", $"Suprima {Say.Quoted(phrase)} y empiece por la idea misma.")
                : Say.In(language, $"Replace {Say.Quoted(phrase)} with {Say.Quoted(plain)}.", $"Sustituya {Say.Quoted(phrase)} por {Say.Quoted(plain)}.")]);
    }

    /// <summary>"An optimum" becomes "a best ...": where the article changes, it is part of the replacement.</summary>
    private static int WithArticle(Document document, Remark remark, out string plain)
    {
        plain = remark.Plain!;
        if (document.Language != Language.English || plain.Length == 0 || remark.FirstWord == remark.Sentence.FirstWord)
        {
            return remark.FirstWord;
        }

        var article = document.TextOf(document.Words[remark.FirstWord - 1]);
        var vowel = plain[0] is 'a' or 'e' or 'i' or 'o' or 'u' && !plain.StartsWith("use", StringComparison.Ordinal);
        var needed = vowel ? "an" : "a";
        if (article is not ("a" or "an") || article.SequenceEqual(needed))
        {
            return remark.FirstWord;
        }

        plain = $"{needed} {plain}";
        return remark.FirstWord - 1;
    }
}
