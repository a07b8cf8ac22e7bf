namespace MemoCoach.Submissions.Domain;

/// <summary>
/// The text of a memo as it is kept and counted: line ends are <c>\n</c>, white space around the whole is gone, and
/// everything else is as its writer typed it.
/// </summary>
public sealed record MemoText
{
    private MemoText(string value) => Value = value;

    public string Value { get; }

    /// <summary>Reads a text, or says which rule it breaks.</summary>
    public static MemoText? TryRead(string? raw, TextLimits limits, out string? brokenRule)
    {
        if (raw is null)
        {
            brokenRule = "The memo's text is missing.";
            return null;
        }

        var value = raw.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Trim();
        brokenRule = Characters.FindForbidden(value, allowLineBreaks: true)
            ?? (value.Length < limits.MinCharacters
                ? $"The memo has {value.Length} characters; it needs at least {limits.MinCharacters}."
                : value.Length > limits.MaxCharacters
                    ? $"The memo has {value.Length} characters; at most {limits.MaxCharacters} are allowed."
                    : null);
        return brokenRule is null ? new MemoText(value) : null;
    }
}

/// <summary>How long texts may be, in UTF-16 code units after normalisation.</summary>
public sealed record TextLimits(int MinCharacters, int MaxCharacters, int MaxTitleCharacters);
