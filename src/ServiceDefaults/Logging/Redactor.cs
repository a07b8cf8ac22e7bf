using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Configuration;

namespace MemoCoach.ServiceDefaults.Logging;

/// <summary>
/// Takes secrets and the writers' words out of what leaves the process: by the name a value goes under, by what it
/// looks like, and by the exact secrets that the process was configured with.
/// </summary>
public sealed class Redactor
{
    public const string Mark = "[redacted]";

    /// <summary>A longer value is no log entry but somebody's document.</summary>
    private const int LongestText = 16_000;

    private readonly SecretValues _secrets;

    public Redactor(IConfiguration configuration) => _secrets = new SecretValues(configuration);

    /// <summary>Hides a secret that was made while the process ran, such as the set-up token.</summary>
    public void AddSecret(string secret) => _secrets.Add(secret);

    /// <summary>A text that may hold anything.</summary>
    [return: NotNullIfNotNull(nameof(text))]
    public string? Redact(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return text;
        }

        // The exact secrets go first: a cut, or a pattern that took half of one away, would leave the other half unknown.
        text = _secrets.Hide(text);
        return SecretPatterns.Hide(text.Length <= LongestText ? text : $"{text.AsSpan(0, LongestText)}... [cut]");
    }

    /// <summary>A value that goes under a name.</summary>
    [return: NotNullIfNotNull(nameof(text))]
    public string? Redact(string name, string? text) =>
        string.IsNullOrEmpty(text) ? text : SensitiveNames.IsSensitive(name) ? Mark : Redact(text);

    /// <summary>The exact secrets only: for a finished line, where a pattern could eat into the format.</summary>
    internal string HideSecretValues(string line) => _secrets.Hide(line);
}
