using MemoCoach.Gateway.Application;
using MemoCoach.Gateway.Domain;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.Options;

namespace MemoCoach.Gateway.Api.Authentication;

/// <summary>
/// How the cookie looks. It only names a session: whether that is still good, and what its owner may do, is asked
/// again on every request.
/// </summary>
internal sealed class SessionCookie(PublicAddress address, SessionPolicy policy)
    : IConfigureNamedOptions<CookieAuthenticationOptions>, IConfigureOptions<AntiforgeryOptions>
{
    public const string CsrfHeader = "X-CSRF-Token";

    /// <summary>Browsers keep a cookie of this name away from plain HTTP and from other hosts (RFC 6265bis, 4.1.3.2).</summary>
    private const string HostPrefix = "__Host-";

    public void Configure(string? name, CookieAuthenticationOptions options)
    {
        if (name == GatewaySchemes.Session)
        {
            Configure(options);
        }
    }

    public void Configure(CookieAuthenticationOptions options)
    {
        Dress(options.Cookie, "memocoach", SameSiteMode.Lax);
        options.ExpireTimeSpan = policy.IdleLimit;
        options.SlidingExpiration = true;
        options.LoginPath = "/login";
        options.ReturnUrlParameter = "returnUrl";
        options.Events.OnValidatePrincipal = ValidateAsync;
        options.Events.OnRedirectToLogin = ChallengeAsync;
        options.Events.OnRedirectToAccessDenied = ForbidAsync;
    }

    public void Configure(AntiforgeryOptions options)
    {
        options.HeaderName = CsrfHeader;
        // Our own headers forbid framing altogether.
        options.SuppressXFrameOptionsHeader = true;
        Dress(options.Cookie, "memocoach-csrf", SameSiteMode.Strict);
    }

    private void Dress(CookieBuilder cookie, string name, SameSiteMode sameSite)
    {
        var secure = address.IsHttps;
        cookie.Name = secure ? HostPrefix + name : name;
        cookie.Path = "/";
        cookie.HttpOnly = true;
        cookie.IsEssential = true;
        cookie.SameSite = sameSite;
        cookie.SecurePolicy = secure ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
    }

    private static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var caller = context.Principal?.SessionId() is { } session
            ? await context.HttpContext.RequestServices.GetRequiredService<CheckCredential>()
                .SessionAsync(session, context.HttpContext.RequestAborted)
            : null;
        if (caller is null)
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(GatewaySchemes.Session);
            return;
        }

        context.ReplacePrincipal(GatewayClaims.Principal(caller, GatewaySchemes.Session));
    }

    private static Task ForbidAsync(RedirectContext<CookieAuthenticationOptions> context)
    {
        if (!GatewayPaths.IsPage(context.Request))
        {
            return AuthenticationProblems.ForbiddenAsync(context.HttpContext);
        }

        // The pages have an error page for this.
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }

    private static Task ChallengeAsync(RedirectContext<CookieAuthenticationOptions> context)
    {
        if (!GatewayPaths.IsPage(context.Request))
        {
            return AuthenticationProblems.UnauthorizedAsync(context.HttpContext);
        }

        context.Response.Redirect(context.RedirectUri);
        return Task.CompletedTask;
    }
}
