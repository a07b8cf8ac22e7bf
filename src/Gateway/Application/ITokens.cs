namespace MemoCoach.Gateway.Application;

/// <summary>The signed token by which a service knows whose request the gateway forwards.</summary>
public interface IServiceTokens
{
    string Issue(Caller caller);

    /// <summary>The public keys by which services check tokens.</summary>
    IReadOnlyList<PublishedKey> PublishedKeys { get; }
}

/// <summary>A public key on the curve P-256.</summary>
/// <param name="Id">Names the key in the header of a token (<c>kid</c>).</param>
/// <param name="X">Coordinate, base64url.</param>
/// <param name="Y">Coordinate, base64url.</param>
public sealed record PublishedKey(string Id, string X, string Y);

/// <summary>
/// Lets the web UI call the public API for the person in front of it: a Blazor circuit has no cookie to send along.
/// </summary>
public interface ICircuitTokens
{
    /// <summary>
    /// A bearer token for one call, or a few minutes of them. It is worth as much as its session: once that is revoked or
    /// has expired, the token is refused.
    /// </summary>
    string Issue(Guid accountId, Guid sessionId);

    /// <returns>What a token claims, if the gateway has signed it and it is in force; else null.</returns>
    Task<CircuitClaim?> ReadAsync(string token);
}

public sealed record CircuitClaim(Guid AccountId, Guid SessionId);
