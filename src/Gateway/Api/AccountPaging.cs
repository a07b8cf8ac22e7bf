using System.Buffers.Text;
using System.Globalization;
using System.Text;
using MemoCoach.Gateway.Domain;

namespace MemoCoach.Gateway.Api;

/// <summary>Pages of accounts: a cursor is the key of the last account shown, so a page costs the same wherever it is.</summary>
internal static class AccountPaging
{
    private const int DefaultLimit = 50;
    private const int MaximumLimit = 200;
    private const int MaximumCursorLength = 4 * EmailAddress.MaximumLength;
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static Parsed<int> ReadLimit(string? input) =>
        input is null ? DefaultLimit
        : int.TryParse(input, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) && limit is >= 1 and <= MaximumLimit ? limit
        : Parsed<int>.Broken($"The limit is a number from 1 to {MaximumLimit}.");

    /// <returns>The key to start after; empty for the first page.</returns>
    public static Parsed<string> ReadCursor(string? input)
    {
        if (string.IsNullOrEmpty(input))
        {
            return "";
        }

        var broken = Parsed<string>.Broken("The cursor is the nextCursor of the page before.");
        if (input.Length > MaximumCursorLength || !Base64Url.IsValid(input))
        {
            return broken;
        }

        try
        {
            var key = Strict.GetString(Base64Url.DecodeFromChars(input));
            return Characters.AreVisible(key) ? key : broken;
        }
        catch (DecoderFallbackException)
        {
            return broken;
        }
    }

    public static string? WriteCursor(string? key) => key is null ? null : Base64Url.EncodeToString(Strict.GetBytes(key));
}
