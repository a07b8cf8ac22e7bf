namespace MemoCoach.Evaluation.Domain.Lexicons;

/// <summary>
/// Words are compared in lower case, without accents (people leave them out, and a decomposed "ó" must equal a composed
/// one) but with their ñ, and with a straight apostrophe. Independent of the machine's culture.
/// </summary>
internal static class Folding
{
    /// <summary>Longer runs of letters are noise, not words.</summary>
    public const int LongestWord = 48;

    public static int Fold(ReadOnlySpan<char> word, Span<char> folded)
    {
        var length = 0;
        foreach (var c in word)
        {
            if (c is >= '\u0300' and <= '\u036F')
            {
                if (c == '\u0303' && length > 0 && folded[length - 1] == 'n')
                {
                    folded[length - 1] = 'ñ';
                }

                continue;
            }

            if (length == folded.Length)
            {
                break;
            }

            folded[length++] = Fold(c);
        }

        return length;
    }

    public static string Fold(string word)
    {
        Span<char> folded = stackalloc char[LongestWord];
        return new string(folded[..Fold(word.AsSpan(), folded)]);
    }

    private static char Fold(char c)
    {
        if (c < 128)
        {
            return c is >= 'A' and <= 'Z' ? (char)(c | 0x20) : c;
        }

        return char.ToLowerInvariant(c) switch
        {
            'á' or 'à' or 'â' or 'ä' => 'a',
            'é' or 'è' or 'ê' or 'ë' => 'e',
            'í' or 'ì' or 'î' or 'ï' => 'i',
            'ó' or 'ò' or 'ô' or 'ö' => 'o',
            'ú' or 'ù' or 'û' or 'ü' => 'u',
            '’' or '‘' or 'ʼ' => '\'',
            '‑' or '‐' => '-',
            var lower => lower,
        };
    }
}
