namespace MemoCoach.ServiceDefaults.Logging;

/// <summary>Names of properties, settings and attributes whose values are never written down.</summary>
internal static class SensitiveNames
{
    // Anywhere in the name, once its separators are gone.
    private static readonly string[] SecretWords =
    [
        "password", "passwd", "pwd", "passphrase", "secret", "token", "apikey", "accesskey", "privatekey", "signingkey",
        "authorization", "cookie", "credential", "connectionstring", "bearer", "hmac", "signature",
    ];

    // At the end of a setting's name, so that TokenLifetime and PWD, which every shell sets, do not count.
    private static readonly string[] SecretSettings =
    [
        "password", "passwd", "passphrase", "secret", "token", "apikey", "accesskey", "secretkey", "privatekey", "signingkey",
        "authorization", "credential", "credentials", "connectionstring",
    ];

    // What writers wrote, and what quotes it. Only whole names: MemoId and TextLength are fine.
    private static readonly HashSet<string> WritingNames = new(StringComparer.Ordinal)
    {
        "text", "memo", "memos", "memotext", "rawtext", "originaltext", "normalizedtext", "normalisedtext", "content", "body", "requestbody",
        "responsebody", "quote", "quotes", "evidence", "excerpt", "snippet", "paragraph", "paragraphs", "sentence", "sentences",
        "prompt", "completion", "comment", "suggestion", "suggestions", "justification", "draft", "title",
    };

    public static bool IsSecret(string name)
    {
        var plain = Plain(name);
        return SecretWords.Any(word => plain.Contains(word, StringComparison.Ordinal));
    }

    /// <summary>A setting whose value is to be hidden wherever it turns up, not only under its name.</summary>
    public static bool IsSecretSetting(string key)
    {
        var plain = Plain(key[(key.LastIndexOf(':') + 1)..]);
        return SecretSettings.Any(word => plain.EndsWith(word, StringComparison.Ordinal));
    }

    public static bool IsSensitive(string name) => IsSecret(name) || WritingNames.Contains(Plain(name));

    private static string Plain(string name) =>
        string.Create(name.Length, name, static (target, source) =>
        {
            // Separators are dropped; the rest of the span stays blank.
            target.Fill(' ');
            var length = 0;
            foreach (var character in source)
            {
                if (char.IsLetterOrDigit(character))
                {
                    target[length++] = char.ToLowerInvariant(character);
                }
            }
        }).TrimEnd(' ');
}
