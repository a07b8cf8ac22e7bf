using System.Security.Cryptography;
using MemoCoach.Gateway.Application;
using MemoCoach.Gateway.Domain;
using Microsoft.AspNetCore.Identity;

namespace MemoCoach.Gateway.Infrastructure;

/// <summary>Passwords as ASP.NET Core Identity keeps them: PBKDF2 with a salt each, and the parameters in the hash.</summary>
internal sealed class IdentityPasswords(IPasswordHasher<Account> hasher) : IPasswords
{
    /// <summary>What a password is compared with where there is no account.</summary>
    private readonly Lazy<string> _nobodysHash = new(
        () => hasher.HashPassword(null!, Convert.ToHexString(RandomNumberGenerator.GetBytes(32))));

    // Identity's own hasher never looks at the account: the parameter is there for hashers of another kind.
    public string Hash(string password) => hasher.HashPassword(null!, password);

    public PasswordCheck Check(string? hash, string password) =>
        hasher.VerifyHashedPassword(null!, hash ?? _nobodysHash.Value, password) switch
        {
            PasswordVerificationResult.Success when hash is not null => PasswordCheck.Right,
            PasswordVerificationResult.SuccessRehashNeeded when hash is not null => PasswordCheck.RightAndOutdated,
            _ => PasswordCheck.Wrong,
        };
}
