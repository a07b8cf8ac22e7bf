using MemoCoach.Gateway.Domain;

namespace MemoCoach.Gateway.Application;

/// <param name="NextKey">Where the next page starts after; null on the last page.</param>
public sealed record AccountPage(IReadOnlyList<Account> Items, string? NextKey);

/// <summary>Looks accounts up.</summary>
public sealed class FindAccounts(IAccountStorage storage)
{
    public Task<Account?> OneAsync(Guid id, CancellationToken cancellationToken) =>
        storage.ReadAsync((accounts, token) => accounts.FindAccountAsync(id, token), cancellationToken);

    public async Task<AccountPage> PageAsync(string? afterKey, int limit, CancellationToken cancellationToken)
    {
        // One more than wanted tells whether there is a next page, without counting.
        var found = await storage.ReadAsync(
            (accounts, token) => accounts.ListAccountsAsync(afterKey, limit + 1, token), cancellationToken);
        return found.Count <= limit
            ? new AccountPage(found, null)
            : new AccountPage([.. found.Take(limit)], found[limit - 1].EmailKey);
    }
}
