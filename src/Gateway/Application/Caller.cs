using MemoCoach.Gateway.Domain;

namespace MemoCoach.Gateway.Application;

/// <summary>Who is behind a request.</summary>
/// <param name="SessionId">The browser session; null for a script with an API token.</param>
public sealed record Caller(Guid AccountId, AccountRoles Roles, Guid? SessionId)
{
    /// <summary>The claim that names a session, in cookies and in the web UI's tokens.</summary>
    public const string SessionClaim = "sid";
}
