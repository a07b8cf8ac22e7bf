using MemoCoach.Gateway.Application;
using MemoCoach.Gateway.Domain;
using Microsoft.EntityFrameworkCore;

namespace MemoCoach.Gateway.Infrastructure;

internal sealed class AccountUnit(GatewayDbContext context) : AccountQueries(context), IAccountUnit
{
    private readonly GatewayDbContext _context = context;

    public async Task<AccountRegister> LockRegisterAsync(CancellationToken cancellationToken)
    {
        // An update locks the row on every provider until the transaction ends.
        await _context.Registers.ExecuteUpdateAsync(
            update => update.SetProperty(register => register.Version, register => register.Version + 1), cancellationToken);
        return await GetRegisterAsync(cancellationToken);
    }

    public async Task<Account?> LockAccountAsync(Guid id, CancellationToken cancellationToken)
    {
        await _context.Accounts.Where(account => account.Id == id).ExecuteUpdateAsync(
            update => update.SetProperty(account => account.Version, account => account.Version + 1), cancellationToken);
        return await FindAccountAsync(id, cancellationToken);
    }

    public void Add(Account account) => _context.Accounts.Add(account);

    public void Add(Session session) => _context.Sessions.Add(session);

    public void Add(ApiToken token) => _context.ApiTokens.Add(token);

    public void Add(AuthenticationEvent authenticationEvent) => _context.AuthenticationEvents.Add(authenticationEvent);

    public Task RevokeSessionsAsync(Guid accountId, Guid? except, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var sessions = _context.Sessions.Where(session => session.AccountId == accountId && session.RevokedAt == null);
        if (except is { } kept)
        {
            sessions = sessions.Where(session => session.Id != kept);
        }

        return sessions.ExecuteUpdateAsync(
            update => update.SetProperty(session => session.RevokedAt, (DateTimeOffset?)now), cancellationToken);
    }

    public async Task RecordSightingsAsync(Sightings sightings, CancellationToken cancellationToken)
    {
        foreach (var (id, at) in sightings.Sessions)
        {
            await _context.Sessions.Where(session => session.Id == id && session.LastSeenAt < at).ExecuteUpdateAsync(
                update => update.SetProperty(session => session.LastSeenAt, at), cancellationToken);
        }

        foreach (var (id, at) in sightings.ApiTokens)
        {
            await _context.ApiTokens.Where(token => token.Id == id && (token.LastUsedAt == null || token.LastUsedAt < at)).ExecuteUpdateAsync(
                update => update.SetProperty(token => token.LastUsedAt, (DateTimeOffset?)at), cancellationToken);
        }
    }
}
