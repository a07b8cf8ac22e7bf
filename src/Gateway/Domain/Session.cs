namespace MemoCoach.Gateway.Domain;

/// <summary>One browser in which someone signed in. It ends by sign-out, revocation, idleness or age.</summary>
public sealed class Session
{
    private Session()
    {
    }

    public Guid Id { get; private init; }

    public Guid AccountId { get; private init; }

    public DateTimeOffset CreatedAt { get; private init; }

    public DateTimeOffset LastSeenAt { get; private set; }

    public string? IpAddress { get; private init; }

    public string? UserAgent { get; private init; }

    public DateTimeOffset? RevokedAt { get; private set; }

    public static Session Start(Guid id, Guid accountId, Visitor visitor, DateTimeOffset now) => new()
    {
        Id = id,
        AccountId = accountId,
        CreatedAt = now,
        LastSeenAt = now,
        IpAddress = visitor.IpAddress,
        UserAgent = visitor.UserAgent,
    };

    public bool IsAliveAt(DateTimeOffset now, SessionPolicy policy) =>
        RevokedAt is null && now < LastSeenAt + policy.IdleLimit && now < CreatedAt + policy.AgeLimit;

    public void Revoke(DateTimeOffset now) => RevokedAt ??= now;
}

/// <summary>How long a session lives without use, and at most.</summary>
public sealed record SessionPolicy(TimeSpan IdleLimit, TimeSpan AgeLimit);
