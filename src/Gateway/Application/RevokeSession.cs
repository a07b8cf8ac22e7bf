using MemoCoach.Contracts;
using MemoCoach.Gateway.Domain;

namespace MemoCoach.Gateway.Application;

/// <summary>Ends a session: one's own, or as an admin anyone's.</summary>
public sealed class RevokeSession(IAccountStorage storage, TimeProvider clock)
{
    /// <returns>Whether there is such a session that the caller may end.</returns>
    public Task<bool> HandleAsync(Caller caller, Guid sessionId, Visitor visitor, CancellationToken cancellationToken) => storage.WriteAsync(
        async (accounts, token) =>
        {
            if (await accounts.FindSessionAsync(sessionId, token) is not { Session.RevokedAt: null } owned
                || !MayEnd(caller, owned.Session))
            {
                return false;
            }

            var now = clock.GetUtcMicroseconds();
            owned.Session.Revoke(now);
            accounts.Add(AuthenticationEvent.Of(
                Guid.CreateVersion7(now), AuthenticationEventKind.SessionRevoked, owned.Owner.Id, visitor, now));
            return true;
        },
        cancellationToken);

    private static bool MayEnd(Caller caller, Session session) =>
        session.AccountId == caller.AccountId || caller.Roles.HasFlag(AccountRoles.Admin);
}
