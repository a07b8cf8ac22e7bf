using System.Collections.Concurrent;
using MemoCoach.Gateway.Domain;

namespace MemoCoach.Gateway.Application;

/// <summary>
/// Remembers when sessions and tokens were used and writes it down now and then: a durable write on every request would
/// cost more than the request. A crash forgets less than <see cref="Interval"/>.
/// </summary>
public sealed class SightingLog(IAccountStorage storage)
{
    public static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<Guid, DateTimeOffset> _sessions = new();
    private readonly ConcurrentDictionary<Guid, DateTimeOffset> _apiTokens = new();

    public void SawSession(Session session, DateTimeOffset now)
    {
        if (now - session.LastSeenAt >= Interval)
        {
            _sessions[session.Id] = now;
        }
    }

    public void SawApiToken(ApiToken token, DateTimeOffset now)
    {
        if (token.LastUsedAt is not { } last || now - last >= Interval)
        {
            _apiTokens[token.Id] = now;
        }
    }

    public async Task FlushAsync(CancellationToken cancellationToken)
    {
        var pending = new Sightings(_sessions.ToDictionary(), _apiTokens.ToDictionary());
        if (pending.Sessions.Count + pending.ApiTokens.Count == 0)
        {
            return;
        }

        await storage.WriteAsync(
            async (accounts, token) =>
            {
                await accounts.RecordSightingsAsync(pending, token);
                return true;
            },
            cancellationToken);
        Forget(_sessions, pending.Sessions);
        Forget(_apiTokens, pending.ApiTokens);
    }

    /// <summary>Drops what was written, but not what was seen since.</summary>
    private static void Forget(ConcurrentDictionary<Guid, DateTimeOffset> seen, IReadOnlyDictionary<Guid, DateTimeOffset> written)
    {
        foreach (var entry in written)
        {
            seen.TryRemove(entry);
        }
    }
}
