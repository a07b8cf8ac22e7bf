using System.Buffers;
using System.Text.RegularExpressions;

namespace MemoCoach.ServiceDefaults.Logging;

/// <summary>Secrets that are known by their looks, whoever put them into a text.</summary>
internal static partial class SecretPatterns
{
    // A text without any of these holds nothing that the patterns below would find; most texts are done here.
    private static readonly SearchValues<string> Hints = SearchValues.Create(
        [
            "passw", "pwd", "passphrase", "secret", "token", "api", "key", "authorization", "cookie", "credential", "signature",
            "bearer", "basic", "mc_", "eyJ", "sk-", "AKIA", "ASIA", "-----BEGIN", "://", "@", "%40", "\"text", "\"memo", "\"quote", "\"content", "\"body",
        ],
        StringComparison.OrdinalIgnoreCase);

    public static string Hide(string text)
    {
        if (text.AsSpan().IndexOfAny(Hints) < 0)
        {
            return text;
        }

        text = PemBlock().Replace(text, Redactor.Mark);
        text = UrlPassword().Replace(text, "${start}" + Redactor.Mark + "@");
        text = Scheme().Replace(text, "${scheme} " + Redactor.Mark);
        text = KnownToken().Replace(text, Redactor.Mark);
        text = QuotedValue().Replace(text, "${start}" + Redactor.Mark + "${end}");
        text = KeyValue().Replace(text, "${start}" + Redactor.Mark);
        return Email().Replace(text, "${first}***@${domain}");
    }

    private const string SecretKey =
        @"[\w.\-]{0,40}(?:password|passwd|pwd|passphrase|secret|token|api[_\-]?key|access[_\-]?key|private[_\-]?key|signing[_\-]?key|authorization|cookie|credentials?|signature)[\w\-]{0,20}";

    /// <summary>A private key, also where its line ends were escaped, also where its end was cut off.</summary>
    [GeneratedRegex(@"-----BEGIN [A-Z0-9 ]{0,40}-----(?:(?!-----END)[\s\S])*(?:-----END [A-Z0-9 ]{0,40}-----)?", RegexOptions.CultureInvariant)]
    private static partial Regex PemBlock();

    /// <summary>amqp://user:password@host, postgres://..., https://...</summary>
    [GeneratedRegex(@"(?<start>[a-z][a-z0-9+.\-]{1,20}://[^\s:/@""']{0,200}:)[^\s/@""']{1,500}@", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex UrlPassword();

    [GeneratedRegex(@"\b(?<scheme>Bearer|Basic)(?:\s|%20|\+){1,3}[A-Za-z0-9_\-.~+/=%]{6,}", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Scheme();

    /// <summary>Our API tokens, JSON Web Tokens, keys of OpenAI, Anthropic and AWS.</summary>
    [GeneratedRegex(@"\bmc_[A-Za-z0-9_\-]{8,}|\beyJ[A-Za-z0-9_\-]{8,}(?:\.[A-Za-z0-9_\-]{2,}){1,4}|\bsk-[A-Za-z0-9_\-]{8,}|\b(?:AKIA|ASIA)[A-Z0-9]{12,}", RegexOptions.CultureInvariant)]
    private static partial Regex KnownToken();

    /// <summary>"password": "..." in JSON, at any depth of escaping; also the texts of memos.</summary>
    [GeneratedRegex(@"(?<start>(?<quote>\\{0,7}(?:[""']|u0022|u0027))(?:" + SecretKey + @"|text|memo|memoText|quotes?|content|body|title)\k<quote>\s{0,5}:\s{0,5}\k<quote>)(?:(?!\k<quote>)[\s\S])*(?<end>\k<quote>|$)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex QuotedValue();

    /// <summary>Password=...; token: ...; ?access_token=...; also with %3D for the sign.</summary>
    [GeneratedRegex(@"(?<start>\b" + SecretKey + @"(?:\\{0,7}(?:[""']|u0022|u0027))?\s{0,3}(?:=|:|%3D|%3A)\s{0,3}\\{0,7})(?:""[^""\r\n]*""|'[^'\r\n]*'|[^\s;,&""'<>{}\[\]()]+)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex KeyValue();

    [GeneratedRegex(@"\b(?<first>[A-Za-z0-9])[A-Za-z0-9._%+\-]{0,63}?(?:@|%40)(?<domain>[A-Za-z0-9\-]{1,63}(?:\.[A-Za-z0-9\-]{1,63}){1,5})", RegexOptions.CultureInvariant)]
    private static partial Regex Email();
}
