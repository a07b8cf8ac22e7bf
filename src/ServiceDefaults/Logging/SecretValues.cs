using System.Buffers;
using System.Data.Common;
using System.Net;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.Extensions.Configuration;

namespace MemoCoach.ServiceDefaults.Logging;

/// <summary>The secrets that this process holds, in every spelling in which they can get into a line of log.</summary>
internal sealed class SecretValues
{
    /// <summary>Shorter values would blot out ordinary words.</summary>
    public const int MinimumLength = 6;
    private const string AddressStart = "http://x/?";

    private readonly Lock _lock = new();
    private readonly HashSet<string> _spellings = new(StringComparer.Ordinal);
    private volatile SearchValues<string>? _search;

    public SecretValues(IConfiguration configuration)
    {
        foreach (var (key, value) in configuration.AsEnumerable())
        {
            if (value is null)
            {
                continue;
            }

            if (key.StartsWith("ConnectionStrings:", StringComparison.OrdinalIgnoreCase))
            {
                AddAll(PasswordsOf(value));
            }
            else if (SensitiveNames.IsSecretSetting(key))
            {
                Add(value);
            }
        }
    }

    public void Add(string secret) => AddAll([secret]);

    /// <summary>Replaces every secret; returns the same instance where there is none.</summary>
    public string Hide(string text)
    {
        if (_search is not { } search || text.AsSpan().IndexOfAny(search) < 0)
        {
            return text;
        }

        string[] spellings;
        lock (_lock)
        {
            // Long ones first: a secret may hold another one.
            spellings = [.. _spellings.OrderByDescending(spelling => spelling.Length)];
        }

        return spellings.Aggregate(text, (result, spelling) => result.Replace(spelling, Redactor.Mark, StringComparison.OrdinalIgnoreCase));
    }

    private void AddAll(IEnumerable<string> secrets)
    {
        lock (_lock)
        {
            foreach (var secret in secrets.Where(secret => secret.Trim().Length >= MinimumLength))
            {
                foreach (var spelling in Spellings(secret))
                {
                    _spellings.Add(spelling);
                }
            }

            _search = _spellings.Count == 0 ? null : SearchValues.Create([.. _spellings], StringComparison.OrdinalIgnoreCase);
        }
    }

    private static IEnumerable<string> Spellings(string secret)
    {
        var bytes = Encoding.UTF8.GetBytes(secret);
        yield return secret;
        yield return secret.Trim();
        yield return JavaScriptEncoder.Default.Encode(secret);
        yield return JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(secret);
        // JSON within JSON.
        yield return JavaScriptEncoder.Default.Encode(JavaScriptEncoder.Default.Encode(secret));
        yield return JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(secret));
        yield return Uri.EscapeDataString(secret);
        yield return WebUtility.UrlEncode(secret);
        // An address as text has some of its escapes undone.
        yield return new Uri(AddressStart + Uri.EscapeDataString(secret)).ToString()[AddressStart.Length..];
        yield return new Uri(AddressStart + WebUtility.UrlEncode(secret)).ToString()[AddressStart.Length..];
        yield return HtmlEncoder.Default.Encode(secret);
        yield return WebUtility.HtmlEncode(secret);
        yield return Convert.ToHexString(bytes);
        yield return Convert.ToBase64String(bytes);
        yield return Convert.ToBase64String(bytes).TrimEnd('=');
    }

    private static IEnumerable<string> PasswordsOf(string connectionString)
    {
        if (Uri.TryCreate(connectionString, UriKind.Absolute, out var address) && address.UserInfo.Contains(':', StringComparison.Ordinal))
        {
            var password = address.UserInfo[(address.UserInfo.IndexOf(':', StringComparison.Ordinal) + 1)..];
            return [password, Uri.UnescapeDataString(password)];
        }

        try
        {
            var parts = new DbConnectionStringBuilder { ConnectionString = connectionString };
            return parts.Keys.Cast<string>()
                .Where(SensitiveNames.IsSecret)
                .Select(key => parts[key] as string ?? "")
                .ToList();
        }
        catch (ArgumentException)
        {
            // Not a connection string that anyone can read: all of it may be secret.
            return [connectionString];
        }
    }
}
