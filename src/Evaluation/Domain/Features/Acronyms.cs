using MemoCoach.Evaluation.Domain.Text;

namespace MemoCoach.Evaluation.Domain.Features;

/// <summary>
/// Acronyms that the memo never explains (Federal Plain Language Guidelines, "Minimize abbreviations"). Commented, not
/// scored: the definition may stand in a part that is removed, and one part's score must not hang on another.
/// </summary>
internal sealed class Acronyms : ICommentator
{
    private const int Longest = 8;

    public int MostFindings => 2;

    public void Inspect(Document document, List<Remark> remarks)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var sentence in document.Sentences)
        {
            for (var i = sentence.FirstWord; i < sentence.EndWord; i++)
            {
                var word = document.Words[i];
                if (!IsAcronym(document, word, i, sentence))
                {
                    continue;
                }

                var acronym = document.TextOf(word);
                if (!document.Lexicon.IsFamiliarAcronym(acronym) && seen.Add(acronym.ToString()) && !IsDefined(document, acronym))
                {
                    remarks.Add(new Remark(this, sentence, i, i + 1, 0.34));
                }
            }
        }
    }

    public Finding Comment(Document document, Remark remark)
    {
        var acronym = document.TextOf(remark.FirstWord, remark.EndWord);
        return new Finding(
            document.SpanOf(remark.FirstWord, remark.EndWord),
            CriterionIds.Clarity,
            Severity.Low,
            Say.In(document.Language, $"{acronym} is never spelled out.", $"{acronym} no se explica en ninguna parte."),
            [Say.In(document.Language, "Would the newest person who reads this know it?", "¿La conocería la última persona en incorporarse?")],
            [Say.In(document.Language,
                $"Write the full name at its first use, with {acronym} in brackets after it, or use a plain word instead.",
                $"Escriba el nombre completo la primera vez, con {acronym} entre paréntesis, o use una palabra corriente.")]);
    }

    private static bool IsAcronym(Document document, Word word, int at, Sentence sentence)
    {
        if (!word.Is(WordShape.Capitals) || word.Length is < 2 or > Longest)
        {
            return false;
        }

        var text = document.TextOf(word);
        foreach (var c in text)
        {
            if (!char.IsLetter(c))
            {
                return false;
            }
        }

        // Words set in capitals for emphasis come in company; "DO NOT SIGN" holds no acronym.
        return !(at > sentence.FirstWord && document.Words[at - 1].Is(WordShape.Capitals)) && !(at + 1 < sentence.EndWord && document.Words[at + 1].Is(WordShape.Capitals));
    }

    /// <summary>In brackets after its name, followed by its name in brackets, or explained with a verb or a comma.</summary>
    private static bool IsDefined(Document document, ReadOnlySpan<char> acronym)
    {
        var text = document.Text.AsSpan();
        var from = 0;
        while (from < text.Length && text[from..].IndexOf(acronym, StringComparison.Ordinal) is var found and >= 0)
        {
            var start = from + found;
            var end = start + acronym.Length;
            from = end;
            var before = start > 0 ? text[start - 1] : ' ';
            if (char.IsLetterOrDigit(before))
            {
                continue;
            }

            end += end < text.Length && text[end] is 's' ? 1 : 0;
            var rest = text[end..];
            var closes = rest.Length > 0 && rest[0] is ')' or '”' or '"' or ',' or ';';
            if ((before is '(' or '“' or '"' && closes) || rest.StartsWith(" (", StringComparison.Ordinal)
                || rest.StartsWith(" stands for", StringComparison.Ordinal) || rest.StartsWith(" means", StringComparison.Ordinal)
                || rest.StartsWith(" significa", StringComparison.Ordinal) || rest.StartsWith(", the ", StringComparison.Ordinal)
                || rest.StartsWith(", la ", StringComparison.Ordinal) || rest.StartsWith(", el ", StringComparison.Ordinal) || rest.StartsWith(": ", StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
