using System.Security.Cryptography;
using System.Text;

namespace MemoCoach.Gateway.Domain;

/// <summary>
/// One row that stands for the accounts as a whole: changes that must see all of them (the first account, the last
/// admin) take its lock first. Until the first account exists it also holds the setup token.
/// </summary>
public sealed class AccountRegister
{
    public const int TheOne = 1;

    private const string Alphabet = "23456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz";
    private const int TokenLength = 32;

    public int Id { get; private init; } = TheOne;

    public long Version { get; private init; }

    /// <summary>In the clear, because every start prints it; worthless once an account exists, and then gone.</summary>
    public string? SetupToken { get; private set; }

    /// <summary>The one-time token of the first set-up, the same for every replica until it is used.</summary>
    public string OfferSetup() => SetupToken ??= RandomNumberGenerator.GetString(Alphabet, TokenLength);

    public void CloseSetup() => SetupToken = null;

    public bool Accepts(string? token) =>
        SetupToken is not null
        && token is not null
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(SetupToken), Encoding.UTF8.GetBytes(token));
}
