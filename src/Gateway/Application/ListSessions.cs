using MemoCoach.Contracts;
using MemoCoach.Gateway.Domain;

namespace MemoCoach.Gateway.Application;

/// <summary>Where someone is signed in.</summary>
public sealed class ListSessions(IAccountStorage storage, SightingLog sightings, SessionPolicy policy, TimeProvider clock)
{
    /// <summary>Beyond this many, the oldest are left out.</summary>
    public const int Limit = 200;

    public async Task<IReadOnlyList<Session>> HandleAsync(Guid accountId, CancellationToken cancellationToken)
    {
        await sightings.FlushAsync(cancellationToken);
        var sessions = await storage.ReadAsync(
            (accounts, token) => accounts.ListSessionsAsync(accountId, Limit, token), cancellationToken);
        var now = clock.GetUtcMicroseconds();
        return [.. sessions.Where(session => session.IsAliveAt(now, policy))];
    }
}
