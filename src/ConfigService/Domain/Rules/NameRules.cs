using MemoCoach.ConfigService.Domain.Documents;

namespace MemoCoach.ConfigService.Domain.Rules;

/// <summary>Rules that several documents share.</summary>
internal static class NameRules
{
    private const int LongestName = 64;

    /// <summary>A name in kebab-case: lower-case letters, digits and single hyphens, beginning with a letter.</summary>
    public static string? Name(this DocumentCursor cursor)
    {
        var name = cursor.Text(LongestName);
        if (name is null || IsKebabCase(name))
        {
            return name;
        }

        var suggestion = string.Join('-', name.Split([' ', '_', '-', '.'], StringSplitOptions.RemoveEmptyEntries)).ToLowerInvariant();
        cursor.Refuse($"'{name}' is not in kebab-case.", IsKebabCase(suggestion) ? $"Write '{suggestion}'." : null);
        return null;
    }

    /// <summary>Notes a second use of a name; the first one stands.</summary>
    public static void Unique(this DocumentCursor cursor, string? name, Dictionary<string, string> seen)
    {
        if (name is not null && !seen.TryAdd(name, cursor.Path))
        {
            cursor.Refuse($"'{name}' is used already, at {seen[name]}.", "Choose another name.");
        }
    }

    public static bool IsKebabCase(string name) =>
        name.Length > 0 && char.IsAsciiLetterLower(name[0]) && !name.EndsWith('-') &&
        !name.Contains("--", StringComparison.Ordinal) &&
        name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');
}
