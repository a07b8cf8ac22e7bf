namespace MemoCoach.Evaluation.Domain.Text;

/// <summary>
/// Syllables by counting vowel groups: right for about nine English words in ten, which is what Flesch's formula was
/// calibrated to tolerate; near exact for Spanish, where only the strong vowels a, e, o part company.
/// </summary>
internal static class Syllables
{
    public static byte Count(ReadOnlySpan<char> folded, Language language)
    {
        var count = language == Language.Spanish ? Spanish(folded) : English(folded);
        return (byte)Math.Clamp(count, 1, 20);
    }

    private static int English(ReadOnlySpan<char> word)
    {
        var count = 0;
        var inVowels = false;
        foreach (var c in word)
        {
            var vowel = c is 'a' or 'e' or 'i' or 'o' or 'u' or 'y';
            count += vowel && !inVowels ? 1 : 0;
            inVowels = vowel;
        }

        if (word.Length > 2 && word[^1] == 'e' && word[^2] is not ('l' or 'a' or 'e' or 'i' or 'o' or 'u' or 'y'))
        {
            count--;
        }
        else if (word.Length > 3 && word[^1] == 'd' && word[^2] == 'e' && word[^3] is not ('t' or 'd'))
        {
            count--;
        }
        else if (word.Length > 3 && word[^1] == 's' && word[^2] == 'e' && word[^3] is not ('s' or 'c' or 'x' or 'z' or 'h' or 'g' or 'l'))
        {
            count--;
        }

        return count;
    }

    private static int Spanish(ReadOnlySpan<char> word)
    {
        var count = 0;
        var previous = '\0';
        foreach (var c in word)
        {
            var strong = c is 'a' or 'e' or 'o';
            if (strong || c is 'i' or 'u')
            {
                var afterVowel = previous is 'a' or 'e' or 'o' or 'i' or 'u';
                var hiatus = strong && previous is 'a' or 'e' or 'o';
                count += !afterVowel || (strong && hiatus) ? 1 : 0;
            }

            previous = c;
        }

        return count;
    }
}
