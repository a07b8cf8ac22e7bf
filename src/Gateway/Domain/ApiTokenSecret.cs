using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace MemoCoach.Gateway.Domain;

/// <summary>
/// The secret of an API token: <c>mc_</c> and 43 random letters and digits, which is 256 bits. A secret of that strength
/// needs no slow hash: SHA-256 cannot be searched.
/// </summary>
public sealed class ApiTokenSecret
{
    /// <summary>Lets people and secret scanners recognise a token of MemoCoach.</summary>
    public const string Marker = "mc_";

    private const string Alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static readonly SearchValues<char> Letters = SearchValues.Create(Alphabet);
    private const int RandomLength = 43;
    private const int PrefixLength = 9;

    private ApiTokenSecret(string text)
    {
        Text = text;
        Hash = SHA256.HashData(Encoding.ASCII.GetBytes(text));
    }

    public string Text { get; }

    public byte[] Hash { get; }

    public string Prefix => Text[..PrefixLength];

    public static ApiTokenSecret Create() => new(Marker + RandomNumberGenerator.GetString(Alphabet, RandomLength));

    /// <summary>Recognises a well-formed secret, so that nothing else reaches the database.</summary>
    public static bool TryRead(string? text, [NotNullWhen(true)] out ApiTokenSecret? secret)
    {
        secret = text is { Length: RandomLength + 3 }
            && text.StartsWith(Marker, StringComparison.Ordinal)
            && !text.AsSpan(Marker.Length).ContainsAnyExcept(Letters)
                ? new ApiTokenSecret(text)
                : null;
        return secret is not null;
    }

    /// <summary>Keeps the secret out of logs and debuggers that print objects.</summary>
    public override string ToString() => Prefix + "...";
}
