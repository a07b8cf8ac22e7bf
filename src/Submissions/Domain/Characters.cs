namespace MemoCoach.Submissions.Domain;

/// <summary>The characters that no text of ours may hold.</summary>
internal static class Characters
{
    /// <summary>
    /// Null where all is well. Control characters (Unicode category Cc) show nothing and break terminals, exports and
    /// PostgreSQL (NUL); half a surrogate pair is not Unicode text.
    /// </summary>
    public static string? FindForbidden(string value, bool allowLineBreaks)
    {
        for (var i = 0; i < value.Length; i++)
        {
            var character = value[i];
            if (char.IsControl(character) && !(allowLineBreaks && character is '\n' or '\t'))
            {
                return $"The character at position {i} is a control character (U+{(int)character:X4}); remove it.";
            }

            if (char.IsSurrogate(character))
            {
                if (!char.IsSurrogatePair(value, i))
                {
                    return $"The character at position {i} is half a surrogate pair; send valid UTF-8.";
                }

                i++;
            }
        }

        return null;
    }
}
