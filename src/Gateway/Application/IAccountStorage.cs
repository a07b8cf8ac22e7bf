using MemoCoach.Gateway.Domain;

namespace MemoCoach.Gateway.Application;

/// <summary>Accounts, sessions, API tokens and the authentication log: the gateway's own data.</summary>
public interface IAccountStorage
{
    /// <summary>Changes with every transaction that this process has written; a read that began before is outdated.</summary>
    long Generation { get; }

    /// <summary>Runs one transaction; it may be run again after a conflict, and must not wait for anything but the storage.</summary>
    Task<T> WriteAsync<T>(Func<IAccountUnit, CancellationToken, Task<T>> unitOfWork, CancellationToken cancellationToken);

    Task<T> ReadAsync<T>(Func<IAccountQueries, CancellationToken, Task<T>> query, CancellationToken cancellationToken);
}

/// <summary>What can be asked.</summary>
public interface IAccountQueries
{
    Task<bool> AnyAccountAsync(CancellationToken cancellationToken);

    Task<AccountRegister> GetRegisterAsync(CancellationToken cancellationToken);

    Task<Account?> FindAccountAsync(Guid id, CancellationToken cancellationToken);

    Task<Account?> FindAccountAsync(EmailAddress email, CancellationToken cancellationToken);

    /// <summary>Accounts in the order of <see cref="Account.EmailKey"/>, after <paramref name="afterKey"/>.</summary>
    Task<IReadOnlyList<Account>> ListAccountsAsync(string? afterKey, int limit, CancellationToken cancellationToken);

    Task<int> CountActiveAdminsExceptAsync(Guid accountId, CancellationToken cancellationToken);

    Task<OwnedSession?> FindSessionAsync(Guid id, CancellationToken cancellationToken);

    /// <summary>Sessions that nobody ended, the youngest first.</summary>
    Task<IReadOnlyList<Session>> ListSessionsAsync(Guid accountId, int limit, CancellationToken cancellationToken);

    Task<OwnedApiToken?> FindApiTokenAsync(ApiTokenSecret secret, CancellationToken cancellationToken);

    Task<ApiToken?> FindApiTokenAsync(Guid id, CancellationToken cancellationToken);

    /// <summary>Tokens that nobody revoked, the youngest first.</summary>
    Task<IReadOnlyList<ApiToken>> ListApiTokensAsync(Guid accountId, CancellationToken cancellationToken);
}

/// <summary>What can be asked and changed inside a transaction; entities that were found are saved with it.</summary>
public interface IAccountUnit : IAccountQueries
{
    /// <summary>Waits for every other transaction that has called this: for rules about all accounts at once.</summary>
    Task<AccountRegister> LockRegisterAsync(CancellationToken cancellationToken);

    /// <summary>Finds an account and waits for every other transaction that changes it.</summary>
    Task<Account?> LockAccountAsync(Guid id, CancellationToken cancellationToken);

    void Add(Account account);

    void Add(Session session);

    void Add(ApiToken token);

    void Add(AuthenticationEvent authenticationEvent);

    Task RevokeSessionsAsync(Guid accountId, Guid? except, DateTimeOffset now, CancellationToken cancellationToken);

    Task RecordSightingsAsync(Sightings sightings, CancellationToken cancellationToken);
}

public sealed record OwnedSession(Session Session, Account Owner);

public sealed record OwnedApiToken(ApiToken Token, Account Owner);

/// <summary>When sessions and tokens were last used, by their ids.</summary>
public sealed record Sightings(
    IReadOnlyDictionary<Guid, DateTimeOffset> Sessions, IReadOnlyDictionary<Guid, DateTimeOffset> ApiTokens);
