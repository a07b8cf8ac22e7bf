using System.Text;

namespace MemoCoach.Gateway.Domain;

/// <summary>
/// The e-mail address that an account signs in with. Letters of every script are welcome (RFC 6531); whether mail
/// arrives is for a mail server to find out, so only the shape is checked.
/// </summary>
public sealed record EmailAddress
{
    /// <summary>RFC 5321, 4.5.3.1.3: the longest path, less its angle brackets.</summary>
    public const int MaximumLength = 254;

    private EmailAddress(string text)
    {
        Text = text;
        Key = KeyOf(text);
    }

    /// <summary>The address as it was written.</summary>
    public string Text { get; }

    /// <summary>The form by which addresses are compared: two accounts cannot differ in case or width alone.</summary>
    public string Key { get; }

    public static Parsed<EmailAddress> Parse(string? input)
    {
        if (string.IsNullOrWhiteSpace(input))
        {
            return Parsed<EmailAddress>.Broken("An e-mail address is required.");
        }

        if (input.Length > MaximumLength)
        {
            return Parsed<EmailAddress>.Broken($"An e-mail address has at most {MaximumLength} characters.");
        }

        if (!Characters.AreVisible(input) || input.Any(char.IsWhiteSpace))
        {
            return Parsed<EmailAddress>.Broken("An e-mail address holds no spaces, control characters or invisible characters.");
        }

        var text = input.Normalize(NormalizationForm.FormC);
        return HasShape(text) && KeyOf(text).Length <= MaximumLength
            ? new EmailAddress(text)
            : Parsed<EmailAddress>.Broken("An e-mail address looks like name@example.org.");
    }

    public override string ToString() => Text;

    private static string KeyOf(string text) => text.Normalize(NormalizationForm.FormKC).ToLowerInvariant();

    private static bool HasShape(string text)
    {
        var at = text.IndexOf('@', StringComparison.Ordinal);
        var domain = text[(at + 1)..];
        return at > 0
            && domain.Length > 0
            && !domain.Contains('@', StringComparison.Ordinal)
            && Array.TrueForAll(domain.Split('.'), label => label.Length > 0);
    }
}
