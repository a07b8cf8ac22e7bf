using MemoCoach.Evaluation.Domain.Lexicons;
using MemoCoach.Evaluation.Domain.Text;

namespace MemoCoach.Evaluation.Domain.Features;

/// <summary>
/// Actions hidden in nouns: "conduct an analysis of" (Federal Plain Language Guidelines, "Avoid hidden verbs"; Williams,
/// "Style", lesson 3). The phrases with a known verb are commented; other nouns in -tion, -ment and the like only weigh.
/// </summary>
internal sealed class HiddenVerbs : IHurdle, ICommentator
{
    public int MostFindings => 2;

    public double Weigh(Document document, Sentence sentence, List<Remark> remarks)
    {
        double weight = 0;
        if (sentence.Has(Marker.HiddenVerb))
        {
            foreach (var hit in document.HitsOf(sentence))
            {
                if (hit.Marker == Marker.HiddenVerb)
                {
                    weight += 0.15;
                    remarks.Add(new Remark(this, sentence, hit.First, hit.End, 0.4, hit.Plain));
                }
            }
        }

        var nouns = 0;
        foreach (var word in document.WordsOf(sentence))
        {
            nouns += IsNominalisation(document, word) ? 1 : 0;
        }

        return weight + (nouns * 0.055);
    }

    public Finding Comment(Document document, Remark remark)
    {
        var language = document.Language;
        var phrase = document.TextOf(remark.FirstWord, remark.EndWord);
        return new Finding(
            document.SpanOf(remark.FirstWord, remark.EndWord),
            CriterionIds.Clarity,
            Severity.Low,
            Say.In(language,
                $"The action hides in a noun: {Say.Quoted(phrase)} takes {Say.Count(remark.EndWord - remark.FirstWord, "word", "words")} to say {Say.Quoted(remark.Plain!)}.",
                $"La acción se esconde en un sustantivo: {Say.Quoted(phrase)} necesita {Say.Count(remark.EndWord - remark.FirstWord, "palabra", "palabras")} para decir {Say.Quoted(remark.Plain!)}."),
            [Say.In(language, "Who does what here?", "¿Quién hace qué aquí?")],
            [Say.In(language, $"Write {Say.Quoted(remark.Plain!)} instead of {Say.Quoted(phrase)}.", $"Escriba {Say.Quoted(remark.Plain!)} en lugar de {Say.Quoted(phrase)}.")]);
    }

    private static bool IsNominalisation(Document document, Word word)
    {
        if (word.Length < 8 || word.Is(WordShape.Number | WordShape.Address | WordShape.Noise | WordShape.Capitalised)
            || document.Lexicon.Of(word.Number).Has(Marker.EverydayNoun))
        {
            return false;
        }

        var text = document.TextOf(word);
        text = text[^1] == 's' ? text[..^1] : text;
        return document.Language == Language.Spanish
            ? text.EndsWith("ción", StringComparison.Ordinal) || text.EndsWith("cione", StringComparison.Ordinal) || text.EndsWith("sión", StringComparison.Ordinal)
                || text.EndsWith("miento", StringComparison.Ordinal) || text.EndsWith("idad", StringComparison.Ordinal)
            : text.EndsWith("tion", StringComparison.Ordinal) || text.EndsWith("sion", StringComparison.Ordinal) || text.EndsWith("ment", StringComparison.Ordinal)
                || text.EndsWith("ance", StringComparison.Ordinal) || text.EndsWith("ence", StringComparison.Ordinal) || text.EndsWith("ility", StringComparison.Ordinal)
                || text.EndsWith("eness", StringComparison.Ordinal);
    }
}
