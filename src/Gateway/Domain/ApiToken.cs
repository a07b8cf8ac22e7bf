namespace MemoCoach.Gateway.Domain;

/// <summary>A personal API token: lets a script act as its owner. Only a hash is kept of the secret.</summary>
public sealed class ApiToken
{
    private ApiToken()
    {
    }

    public Guid Id { get; private init; }

    public Guid AccountId { get; private init; }

    public string Name { get; private init; } = "";

    /// <summary>SHA-256 of the secret: unique.</summary>
    public byte[] Hash { get; private init; } = [];

    /// <summary>The first characters of the secret, by which its owner recognises it.</summary>
    public string Prefix { get; private init; } = "";

    public DateTimeOffset CreatedAt { get; private init; }

    public DateTimeOffset? ExpiresAt { get; private init; }

    public DateTimeOffset? LastUsedAt { get; private set; }

    public DateTimeOffset? RevokedAt { get; private set; }

    public static ApiToken Create(
        Guid id, Guid accountId, DisplayName name, ApiTokenSecret secret, DateTimeOffset? expiresAt, DateTimeOffset now) => new()
        {
            Id = id,
            AccountId = accountId,
            Name = name.Text,
            Hash = secret.Hash,
            Prefix = secret.Prefix,
            CreatedAt = now,
            ExpiresAt = expiresAt,
        };

    public bool IsValidAt(DateTimeOffset now) => RevokedAt is null && (ExpiresAt is null || now < ExpiresAt);

    public void Revoke(DateTimeOffset now) => RevokedAt ??= now;
}
