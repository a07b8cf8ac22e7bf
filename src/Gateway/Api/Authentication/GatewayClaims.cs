using System.Security.Claims;
using MemoCoach.Gateway.Application;
using MemoCoach.Gateway.Domain;
using MemoCoach.ServiceDefaults;

namespace MemoCoach.Gateway.Api.Authentication;

/// <summary>Callers as principals, and back.</summary>
internal static class GatewayClaims
{
    public static ClaimsPrincipal Principal(Caller caller, string scheme)
    {
        var identity = new ClaimsIdentity(scheme, nameType: ClaimNames.Subject, roleType: ClaimNames.Role);
        identity.AddClaim(new Claim(ClaimNames.Subject, caller.AccountId.ToString()));
        identity.AddClaims(RoleNames.Of(caller.Roles).Select(role => new Claim(ClaimNames.Role, role)));
        if (caller.SessionId is { } session)
        {
            identity.AddClaim(new Claim(Caller.SessionClaim, session.ToString()));
        }

        return new ClaimsPrincipal(identity);
    }

    /// <summary>The caller behind a principal that this class has made.</summary>
    public static Caller ToCaller(this ClaimsPrincipal principal) => new(
        Guid.Parse(principal.FindFirstValue(ClaimNames.Subject)!),
        RoleNames.Parse([.. principal.FindAll(ClaimNames.Role).Select(claim => claim.Value)]).Value,
        principal.SessionId());

    /// <summary>Whether the caller came with a cookie, which a browser sends along even if another site asks it to.</summary>
    public static bool IsBrowser(this ClaimsPrincipal principal) =>
        principal.Identity is { IsAuthenticated: true, AuthenticationType: GatewaySchemes.Session };

    public static Guid? SessionId(this ClaimsPrincipal principal) =>
        Guid.TryParse(principal.FindFirstValue(Caller.SessionClaim), out var id) ? id : null;
}
