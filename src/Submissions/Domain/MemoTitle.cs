namespace MemoCoach.Submissions.Domain;

/// <summary>The title of a memo: as given, or the first line of its text.</summary>
public static class MemoTitle
{
    private const int LengthOfMadeTitles = 80;

    /// <summary>Reads a title, makes one where none is given, or says which rule it breaks.</summary>
    public static string? TryRead(string? raw, MemoText text, TextLimits limits, out string? brokenRule)
    {
        brokenRule = null;
        if (string.IsNullOrWhiteSpace(raw))
        {
            return FromFirstLine(text.Value);
        }

        var title = raw.Trim();
        brokenRule = Characters.FindForbidden(title, allowLineBreaks: false)
            ?? (title.Length > limits.MaxTitleCharacters
                ? $"The title has {title.Length} characters; at most {limits.MaxTitleCharacters} are allowed."
                : null);
        return brokenRule is null ? title : null;
    }

    private static string FromFirstLine(string text)
    {
        var line = text.Split('\n', 2)[0].Trim(' ', '#', '*', '_', '\t');
        line = line.Trim();
        if (line.Length == 0)
        {
            return "Memo";
        }

        if (line.Length <= LengthOfMadeTitles)
        {
            return line.Replace('\t', ' ');
        }

        var end = line.LastIndexOf(' ', LengthOfMadeTitles);
        end = end > LengthOfMadeTitles / 2 ? end : LengthOfMadeTitles - (char.IsHighSurrogate(line[LengthOfMadeTitles - 1]) ? 1 : 0);
        return line[..end].TrimEnd().Replace('\t', ' ') + "…";
    }
}
