using MemoCoach.Gateway.Application;
using MemoCoach.ServiceDefaults;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace MemoCoach.Gateway.Infrastructure.Keys;

internal sealed class CircuitTokens(TokenSigner signer, SigningKeyRing keys, TimeProvider clock) : ICircuitTokens
{
    /// <summary>Not the services': a token of one kind is refused where the other belongs.</summary>
    public const string Audience = "memocoach-gateway";

    private readonly JsonWebTokenHandler _handler = new() { MapInboundClaims = false };

    public string Issue(Guid accountId, Guid sessionId) => signer.Sign(Audience, new Dictionary<string, object>
    {
        [ClaimNames.Subject] = accountId.ToString(),
        [Caller.SessionClaim] = sessionId.ToString(),
    });

    public async Task<CircuitClaim?> ReadAsync(string token)
    {
        var result = await _handler.ValidateTokenAsync(token, new TokenValidationParameters
        {
            ValidIssuer = TokenSigner.Issuer,
            ValidAudience = Audience,
            ValidAlgorithms = [SecurityAlgorithms.EcdsaSha256],
            IssuerSigningKeys = keys.All.Select(key => key.Credentials.Key),
            LifetimeValidator = IsInForce,
        });
        return result.IsValid
            && Guid.TryParse(result.ClaimsIdentity.FindFirst(ClaimNames.Subject)?.Value, out var account)
            && Guid.TryParse(result.ClaimsIdentity.FindFirst(Caller.SessionClaim)?.Value, out var session)
                ? new CircuitClaim(account, session)
                : null;
    }

    /// <summary>Replicas' clocks may differ a little, by less than a token lives.</summary>
    private bool IsInForce(DateTime? notBefore, DateTime? expires, SecurityToken token, TokenValidationParameters parameters)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return notBefore - TimeSpan.FromMinutes(1) <= now && now < expires;
    }
}
