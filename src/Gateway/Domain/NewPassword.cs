namespace MemoCoach.Gateway.Domain;

/// <summary>
/// A password that someone wants to use from now on. Length and the most common passwords are checked, composition is
/// not (NIST SP 800-63B, 5.1.1.2: composition rules make passwords worse).
/// </summary>
public sealed class NewPassword
{
    public const int MinimumLength = 10;

    /// <summary>Bounds the work of hashing; far beyond any passphrase.</summary>
    public const int MaximumLength = 256;

    private const int LeastDistinctCharacters = 5;

    /// <summary>Long enough to pass the length rule, and in every attacker's first list.</summary>
    private static readonly HashSet<string> Common = new(StringComparer.OrdinalIgnoreCase)
    {
        "password12", "password123", "password1234", "passw0rd123", "1234567890", "0123456789", "12345678910", "123456789a",
        "qwertyuiop", "qwerty12345", "qwerty123456", "1q2w3e4r5t", "1qaz2wsx3edc", "iloveyou123", "administrator", "welcome123",
        "letmein123", "changeme123", "abcdefghij", "abc1234567", "adminadmin", "admin12345", "memocoach1", "memocoach123",
    };

    private NewPassword(string text) => Text = text;

    public string Text { get; }

    /// <param name="email">Address of the account, which the password must not repeat; null where it is not known yet.</param>
    public static Parsed<NewPassword> Parse(string? input, string? email)
    {
        if (string.IsNullOrEmpty(input))
        {
            return Parsed<NewPassword>.Broken("A password is required.");
        }

        if (input.Length is < MinimumLength or > MaximumLength)
        {
            return Parsed<NewPassword>.Broken($"A password has {MinimumLength} to {MaximumLength} characters.");
        }

        if (!Characters.AreVisible(input))
        {
            return Parsed<NewPassword>.Broken("A password holds no control characters or invisible characters.");
        }

        if (Common.Contains(input) || input.Distinct().Count() < LeastDistinctCharacters)
        {
            return Parsed<NewPassword>.Broken("This password is too easy to guess.");
        }

        return string.Equals(input, email, StringComparison.OrdinalIgnoreCase)
            ? Parsed<NewPassword>.Broken("A password is not the e-mail address.")
            : new NewPassword(input);
    }

    /// <summary>Keeps a password out of logs and debuggers that print objects.</summary>
    public override string ToString() => "(password)";
}
