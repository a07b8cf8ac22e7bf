using MemoCoach.Contracts;
using MemoCoach.Gateway.Domain;

namespace MemoCoach.Gateway.Application;

/// <summary>
/// Asked on every request: is this session, or this API token, still good, and what may its owner do now? A revocation
/// or a changed role counts from the next request on; on another replica, within a second.
/// </summary>
public sealed class CheckCredential(IAccountStorage storage, SightingLog sightings, SessionPolicy policy, TimeProvider clock)
{
    private readonly CredentialCache<OwnedSession> _sessions = new(storage, clock);
    private readonly CredentialCache<OwnedApiToken> _apiTokens = new(storage, clock);

    public async Task<Caller?> SessionAsync(Guid sessionId, CancellationToken cancellationToken)
    {
        var owned = await _sessions.GetAsync(
            sessionId.ToString(), (accounts, token) => accounts.FindSessionAsync(sessionId, token), cancellationToken);
        var now = clock.GetUtcMicroseconds();
        if (owned is null || owned.Owner.Disabled || !owned.Session.IsAliveAt(now, policy))
        {
            return null;
        }

        sightings.SawSession(owned.Session, now);
        return new Caller(owned.Owner.Id, owned.Owner.Roles, owned.Session.Id);
    }

    public async Task<Caller?> ApiTokenAsync(string text, CancellationToken cancellationToken)
    {
        if (!ApiTokenSecret.TryRead(text, out var secret))
        {
            return null;
        }

        var owned = await _apiTokens.GetAsync(
            Convert.ToHexString(secret.Hash), (accounts, token) => accounts.FindApiTokenAsync(secret, token), cancellationToken);
        var now = clock.GetUtcMicroseconds();
        if (owned is null || owned.Owner.Disabled || !owned.Token.IsValidAt(now))
        {
            return null;
        }

        sightings.SawApiToken(owned.Token, now);
        return new Caller(owned.Owner.Id, owned.Owner.Roles, SessionId: null);
    }
}
