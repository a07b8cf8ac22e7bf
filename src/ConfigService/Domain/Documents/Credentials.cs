using System.Text.RegularExpressions;

namespace MemoCoach.ConfigService.Domain.Documents;

/// <summary>
/// Recognises values that look like secrets. Documents go to Git, to every service and into the history for good, so a
/// secret must never enter one; documents name the setting that holds it.
/// </summary>
public static partial class Credentials
{
    private const int ShortestOpaqueToken = 24;

    public static bool LooksLikeOne(string value) =>
        KnownShapes().IsMatch(value) || value.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries).Any(IsOpaqueToken);

    // Prefixes that vendors publish so that scanners can find leaked keys: OpenAI and Anthropic (sk-), AWS (AKIA, ASIA),
    // GitHub (ghp_, github_pat_), GitLab (glpat-), Google (AIza), Slack (xox), Hugging Face (hf_), Groq (gsk_), our own
    // tokens (mc_), JSON web tokens, private keys, and passwords inside a URL.
    [GeneratedRegex(
        @"(?:^|[^A-Za-z0-9])(sk-[A-Za-z0-9_-]{16,}|(AKIA|ASIA)[A-Z0-9]{16}|gh[pousr]_[A-Za-z0-9]{20,}|github_pat_[A-Za-z0-9_]{20,}|glpat-[A-Za-z0-9_-]{16,}|AIza[A-Za-z0-9_-]{30,}|xox[abposr]-[A-Za-z0-9-]{10,}|hf_[A-Za-z0-9]{20,}|gsk_[A-Za-z0-9]{20,}|mc_[A-Za-z0-9_-]{20,}|eyJ[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{10,})|-----BEGIN [A-Z ]*PRIVATE KEY|[a-z][a-z0-9+.-]{1,15}://[^/\s:@]{1,100}:[^/\s@]{1,200}@",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex KnownShapes();

    // Words and names use one case or few digits; a random token of this length mixes all three kinds, or is long hex.
    private static bool IsOpaqueToken(string word)
    {
        if (word.Length < ShortestOpaqueToken || !word.All(c => char.IsAsciiLetterOrDigit(c) || c is '+' or '/' or '=' or '_' or '-'))
        {
            return false;
        }

        var digits = word.Count(char.IsAsciiDigit);
        var mixed = digits >= 3 && word.Any(char.IsAsciiLetterUpper) && word.Any(char.IsAsciiLetterLower);
        var hex = word.Length >= 32 && digits >= 6 && word.All(char.IsAsciiHexDigit);
        return mixed || hex;
    }
}
