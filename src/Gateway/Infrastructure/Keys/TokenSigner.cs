using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace MemoCoach.Gateway.Infrastructure.Keys;

/// <summary>Signs JSON Web Tokens in the gateway's name.</summary>
internal sealed class TokenSigner(SigningKeyRing keys, TimeProvider clock)
{
    public const string Issuer = "memocoach-gateway";

    /// <summary>Long enough for any one request; short enough that a leaked token is soon worthless.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);

    private readonly JsonWebTokenHandler _handler = new() { SetDefaultTimesOnTokenCreation = false };

    public string Sign(string audience, Dictionary<string, object> claims)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return _handler.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Issuer,
            Audience = audience,
            IssuedAt = now,
            NotBefore = now,
            Expires = now + Lifetime,
            Claims = claims,
            SigningCredentials = keys.Current.Credentials,
        });
    }
}
