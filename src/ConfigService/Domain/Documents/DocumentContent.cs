using System.Security.Cryptography;
using System.Text;

namespace MemoCoach.ConfigService.Domain.Documents;

/// <summary>Content of a document in the one form that is stored, hashed and served.</summary>
public static class DocumentContent
{
    /// <summary>
    /// Line feeds only, no byte order mark, a line feed at the end. Comments, order and blank lines stay as written.
    /// </summary>
    public static string Normalise(string content)
    {
        var normalised = content.TrimStart('\uFEFF')
            .Replace("\r\n", "\n", StringComparison.Ordinal)
            .Replace('\r', '\n');
        return normalised.EndsWith('\n') ? normalised : normalised + "\n";
    }

    /// <summary>The first 12 hexadecimal digits of the SHA-256 of the normalised content.</summary>
    public static string RevisionOf(string normalisedContent) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(normalisedContent)))[..12];

    /// <summary>Whether this can be a revision at all; longer ones are those of Git.</summary>
    public static bool IsRevision(string text) => text.Length is >= 4 and <= 64 && text.All(char.IsAsciiHexDigitLower);
}
