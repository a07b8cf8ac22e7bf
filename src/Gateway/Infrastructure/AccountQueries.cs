using MemoCoach.Gateway.Application;
using MemoCoach.Gateway.Domain;
using Microsoft.EntityFrameworkCore;

namespace MemoCoach.Gateway.Infrastructure;

internal class AccountQueries(GatewayDbContext context) : IAccountQueries
{
    public Task<bool> AnyAccountAsync(CancellationToken cancellationToken) => context.Accounts.AnyAsync(cancellationToken);

    public Task<AccountRegister> GetRegisterAsync(CancellationToken cancellationToken) =>
        context.Registers.SingleAsync(cancellationToken);

    public Task<Account?> FindAccountAsync(Guid id, CancellationToken cancellationToken) =>
        context.Accounts.SingleOrDefaultAsync(account => account.Id == id, cancellationToken);

    public Task<Account?> FindAccountAsync(EmailAddress email, CancellationToken cancellationToken) =>
        context.Accounts.SingleOrDefaultAsync(account => account.EmailKey == email.Key, cancellationToken);

    public async Task<IReadOnlyList<Account>> ListAccountsAsync(string? afterKey, int limit, CancellationToken cancellationToken)
    {
#pragma warning disable CA1309 // translated to SQL, where the column's collation compares
        var accounts = afterKey is null
            ? context.Accounts
            : context.Accounts.Where(account => string.Compare(account.EmailKey, afterKey) > 0);
#pragma warning restore CA1309
        return await accounts.OrderBy(account => account.EmailKey).Take(limit).ToListAsync(cancellationToken);
    }

    public Task<int> CountActiveAdminsExceptAsync(Guid accountId, CancellationToken cancellationToken) =>
        context.Accounts.CountAsync(
            account => account.Id != accountId && !account.Disabled && (account.Roles & AccountRoles.Admin) != 0, cancellationToken);

    public Task<OwnedSession?> FindSessionAsync(Guid id, CancellationToken cancellationToken) =>
        context.Sessions
            .Where(session => session.Id == id)
            .Join(context.Accounts, session => session.AccountId, account => account.Id, (session, owner) => new OwnedSession(session, owner))
            .SingleOrDefaultAsync(cancellationToken);

    public async Task<IReadOnlyList<Session>> ListSessionsAsync(Guid accountId, int limit, CancellationToken cancellationToken) =>
        await context.Sessions
            .Where(session => session.AccountId == accountId && session.RevokedAt == null)
            .OrderByDescending(session => session.CreatedAt)
            .Take(limit)
            .ToListAsync(cancellationToken);

    public Task<OwnedApiToken?> FindApiTokenAsync(ApiTokenSecret secret, CancellationToken cancellationToken)
    {
        var hash = secret.Hash;
        return context.ApiTokens
            .Where(token => token.Hash == hash)
            .Join(context.Accounts, token => token.AccountId, account => account.Id, (token, owner) => new OwnedApiToken(token, owner))
            .SingleOrDefaultAsync(cancellationToken);
    }

    public Task<ApiToken?> FindApiTokenAsync(Guid id, CancellationToken cancellationToken) =>
        context.ApiTokens.SingleOrDefaultAsync(token => token.Id == id, cancellationToken);

    public async Task<IReadOnlyList<ApiToken>> ListApiTokensAsync(Guid accountId, CancellationToken cancellationToken) =>
        await context.ApiTokens
            .Where(token => token.AccountId == accountId && token.RevokedAt == null)
            .OrderByDescending(token => token.CreatedAt)
            .ToListAsync(cancellationToken);
}
