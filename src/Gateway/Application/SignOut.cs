using MemoCoach.Contracts;
using MemoCoach.Gateway.Domain;

namespace MemoCoach.Gateway.Application;

/// <summary>Ends the session of the caller.</summary>
public sealed class SignOut(IAccountStorage storage, TimeProvider clock)
{
    public Task HandleAsync(Guid sessionId, Visitor visitor, CancellationToken cancellationToken) => storage.WriteAsync(
        async (accounts, token) =>
        {
            var now = clock.GetUtcMicroseconds();
            if (await accounts.FindSessionAsync(sessionId, token) is { Session.RevokedAt: null } owned)
            {
                owned.Session.Revoke(now);
                accounts.Add(AuthenticationEvent.Of(
                    Guid.CreateVersion7(now), AuthenticationEventKind.SignedOut, owned.Owner.Id, visitor, now));
            }

            return true;
        },
        cancellationToken);
}
