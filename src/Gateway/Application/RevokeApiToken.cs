using MemoCoach.Contracts;
using MemoCoach.Gateway.Domain;

namespace MemoCoach.Gateway.Application;

/// <summary>Ends one of the caller's own API tokens.</summary>
public sealed class RevokeApiToken(IAccountStorage storage, TimeProvider clock)
{
    /// <returns>Whether the caller had such a token.</returns>
    public Task<bool> HandleAsync(Guid accountId, Guid tokenId, Visitor visitor, CancellationToken cancellationToken) => storage.WriteAsync(
        async (accounts, token) =>
        {
            if (await accounts.FindApiTokenAsync(tokenId, token) is not { RevokedAt: null } found || found.AccountId != accountId)
            {
                return false;
            }

            var now = clock.GetUtcMicroseconds();
            found.Revoke(now);
            accounts.Add(AuthenticationEvent.Of(
                Guid.CreateVersion7(now), AuthenticationEventKind.TokenRevoked, accountId, visitor, now));
            return true;
        },
        cancellationToken);
}
