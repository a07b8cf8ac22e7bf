using MemoCoach.Gateway.Domain;

namespace MemoCoach.Gateway.Application;

/// <summary>The caller's own API tokens, without their secrets.</summary>
public sealed class ListApiTokens(IAccountStorage storage, SightingLog sightings)
{
    public async Task<IReadOnlyList<ApiToken>> HandleAsync(Guid accountId, CancellationToken cancellationToken)
    {
        await sightings.FlushAsync(cancellationToken);
        return await storage.ReadAsync((accounts, token) => accounts.ListApiTokensAsync(accountId, token), cancellationToken);
    }
}
