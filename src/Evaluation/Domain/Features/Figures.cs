using MemoCoach.Evaluation.Domain.Lexicons;
using MemoCoach.Evaluation.Domain.Text;

namespace MemoCoach.Evaluation.Domain.Features;

/// <summary>
/// Figures a reader can check: a number with a currency, a unit or the noun it counts. Dates, section numbers and list
/// numbers are not figures. After the Federal Plain Language Guidelines ("Be concise": say how much) and E. Tufte, "The
/// Visual Display of Quantitative Information": a number without its unit says nothing.
/// </summary>
internal static class Figures
{
    public static int Count(Document document, Sentence sentence)
    {
        var words = document.Words;
        var count = 0;
        for (var i = sentence.FirstWord; i < sentence.EndWord; i++)
        {
            count += IsFigure(document, words, i, sentence) ? 1 : 0;
        }

        return count;
    }

    /// <summary>Whether the sentence says when: a month, a weekday, a quarter, a year or a numeric date.</summary>
    public static bool HasDate(Document document, Sentence sentence)
    {
        if (sentence.Has(Marker.When))
        {
            return true;
        }

        foreach (var word in document.Words[sentence.FirstWord..sentence.EndWord])
        {
            if (word.Is(WordShape.Number) && (IsYear(document.TextOf(word)) || IsNumericDate(document.TextOf(word))))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsFigure(Document document, ReadOnlySpan<Word> words, int i, Sentence sentence)
    {
        var word = words[i];
        var next = i + 1 < sentence.EndWord ? document.Lexicon.Of(words[i + 1].Number) : Markers.None;
        if (!word.Is(WordShape.Number))
        {
            return document.Lexicon.Of(word.Number).Has(Marker.NumberWord)
                && next.HasAny(Markers.Of(Marker.Unit, Marker.Magnitude))
                && Adjacent(document, words, i, sentence);
        }

        if (HasCurrencyOrPercent(document.Text, word))
        {
            return true;
        }

        var digits = document.TextOf(word);
        if (IsNumericDate(digits) || IsOrdinal(digits))
        {
            return false;
        }

        if (i > sentence.FirstWord)
        {
            var before = document.Lexicon.Of(words[i - 1].Number);
            if (IsCurrencyCode(document.TextOf(words[i - 1])))
            {
                return true;
            }

            if (before.HasAny(Markers.Of(Marker.Reference)) || (before.Has(Marker.When) && !next.Has(Marker.Unit)))
            {
                return false;
            }
        }

        if (next.HasAny(Markers.Of(Marker.Unit, Marker.Magnitude)) && Adjacent(document, words, i, sentence))
        {
            return true;
        }

        if (IsYear(digits))
        {
            return false;
        }

        if (char.IsAsciiLetter(digits[^1]))
        {
            return HasUnitSuffix(digits);
        }

        // "42,000 transactions": the noun it counts is its unit. A month is not: "1 June".
        return i + 1 < sentence.EndWord && Adjacent(document, words, i, sentence)
            && !next.HasAny(Markers.Of(Marker.Function, Marker.When)) && words[i + 1].Shape == WordShape.None;
    }

    private static bool Adjacent(Document document, ReadOnlySpan<Word> words, int i, Sentence sentence) =>
        i + 1 < sentence.EndWord && words[i + 1].Start - words[i].End <= 2
        && document.Text.AsSpan(words[i].End, words[i + 1].Start - words[i].End).IndexOfAny('.', ')', ':') < 0;

    private static bool HasCurrencyOrPercent(string text, Word word)
    {
        var before = word.Start > 0 ? text[word.Start - 1] : '\0';
        before = before is ' ' or '\u00A0' && word.Start > 1 ? text[word.Start - 2] : before;
        var after = word.End < text.Length ? text[word.End] : '\0';
        after = after is ' ' or '\u00A0' or '\u202F' && word.End + 1 < text.Length ? text[word.End + 1] : after;
        return before is '$' or '€' or '£' or '¥' || after is '%' or '€' or '£' or '$' or '‰';
    }

    /// <summary>"240k", "1MB", "3x"; but "18F" is a name.</summary>
    private static bool HasUnitSuffix(ReadOnlySpan<char> digits)
    {
        var suffix = digits[(digits.LastIndexOfAnyInRange('0', '9') + 1)..];
        return suffix is "k" or "K" or "m" or "M" or "mm" or "MM" or "bn" or "B" or "x" or "KB" or "MB" or "GB" or "TB" or "kW" or "kWh" or "MW" or "MWh"
            or "km" or "kg" or "g" or "t" or "h" or "min" or "s" or "ms" or "cm" or "pp";
    }

    private static bool IsCurrencyCode(ReadOnlySpan<char> word) => word is "EUR" or "USD" or "GBP" or "CHF" or "MXN" or "COP" or "CLP" or "ARS" or "PEN" or "JPY" or "CAD" or "AUD";

    private static bool IsYear(ReadOnlySpan<char> digits) =>
        digits.Length == 4 && digits[0] is '1' or '2' && digits[1] is '9' or '0' && digits.IndexOfAnyExceptInRange('0', '9') < 0;

    private static bool IsNumericDate(ReadOnlySpan<char> digits) => digits.Count('/') == 2 || digits.Count('-') == 2 || digits.Contains(':');

    private static bool IsOrdinal(ReadOnlySpan<char> digits) =>
        digits is [.., 's', 't'] or [.., 'n', 'd'] or [.., 'r', 'd'] or [.., 't', 'h'] or [.., 'º'] or [.., 'ª'];
}
