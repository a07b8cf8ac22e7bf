namespace MemoCoach.ConfigService.Domain.Documents;

/// <summary>Finds the word that was probably meant, by Levenshtein distance.</summary>
public static class Spelling
{
    private const int LongestWord = 40;

    public static string? Suggest(string word, params ReadOnlySpan<string> known)
    {
        if (word.Length > LongestWord)
        {
            return null;
        }

        string? best = null;
        var bestDistance = 1 + Math.Max(1, word.Length / 3);
        foreach (var candidate in known)
        {
            var distance = Distance(word, candidate);
            if (distance < bestDistance)
            {
                (best, bestDistance) = (candidate, distance);
            }
        }

        return best is null ? null : $"Did you mean '{best}'?";
    }

    private static int Distance(string left, string right)
    {
        var previous = Enumerable.Range(0, right.Length + 1).ToArray();
        var current = new int[right.Length + 1];
        for (var row = 1; row <= left.Length; row++)
        {
            current[0] = row;
            for (var column = 1; column <= right.Length; column++)
            {
                var replaced = previous[column - 1] + (char.ToLowerInvariant(left[row - 1]) == char.ToLowerInvariant(right[column - 1]) ? 0 : 1);
                current[column] = Math.Min(replaced, Math.Min(previous[column], current[column - 1]) + 1);
            }

            (previous, current) = (current, previous);
        }

        return previous[right.Length];
    }
}
