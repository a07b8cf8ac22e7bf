namespace MemoCoach.Gateway.Domain;

/// <summary>A person who may sign in. Accounts are disabled, never deleted: reviews and the authentication log name them.</summary>
public sealed class Account
{
    private Account()
    {
    }

    public Guid Id { get; private init; }

    public string Email { get; private set; } = "";

    /// <summary><see cref="EmailAddress.Key"/> of the address: unique.</summary>
    public string EmailKey { get; private set; } = "";

    public string DisplayName { get; private set; } = "";

    public string PasswordHash { get; private set; } = "";

    public AccountRoles Roles { get; private set; }

    public bool Disabled { get; private set; }

    public DateTimeOffset CreatedAt { get; private init; }

    /// <summary>Wrong passwords in a row since the last success or lockout.</summary>
    public int FailedSignIns { get; private set; }

    public DateTimeOffset? LockedUntil { get; private set; }

    /// <summary>Counts changes; raising it takes the row's lock, so that two changes to one account follow each other.</summary>
    public long Version { get; private init; }

    public static Account Create(
        Guid id, EmailAddress email, DisplayName displayName, string passwordHash, AccountRoles roles, DateTimeOffset now) => new()
        {
            Id = id,
            Email = email.Text,
            EmailKey = email.Key,
            DisplayName = displayName.Text,
            PasswordHash = passwordHash,
            Roles = roles,
            CreatedAt = now,
        };

    public bool IsActiveAdmin => !Disabled && Roles.HasFlag(AccountRoles.Admin);

    public bool IsLockedAt(DateTimeOffset now) => LockedUntil > now;

    public void RecordSuccess()
    {
        FailedSignIns = 0;
        LockedUntil = null;
    }

    /// <summary>Counts a wrong password, and locks the account for a while where there were too many in a row.</summary>
    public void RecordFailure(LockoutPolicy policy, DateTimeOffset now)
    {
        FailedSignIns++;
        if (FailedSignIns >= policy.FailedSignIns)
        {
            FailedSignIns = 0;
            LockedUntil = now + policy.Duration;
        }
    }

    /// <summary>Sets a new password; a lockout ends, because whoever caused it did not know the new one.</summary>
    public void ChangePassword(string passwordHash)
    {
        PasswordHash = passwordHash;
        RecordSuccess();
    }

    /// <summary>Keeps the same password under a newer hashing scheme.</summary>
    public void Rehash(string passwordHash) => PasswordHash = passwordHash;

    public void Rename(DisplayName displayName) => DisplayName = displayName.Text;

    public void Grant(AccountRoles roles) => Roles = roles;

    public void SetDisabled(bool disabled) => Disabled = disabled;
}

/// <summary>How many wrong passwords in a row lock an account, and for how long.</summary>
public sealed record LockoutPolicy(int FailedSignIns, TimeSpan Duration);
