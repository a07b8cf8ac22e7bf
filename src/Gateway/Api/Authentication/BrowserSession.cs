using MemoCoach.Gateway.Application;
using MemoCoach.Gateway.Domain;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;

namespace MemoCoach.Gateway.Api.Authentication;

/// <summary>Signs a browser in and out: for the API, and for the forms of the login and setup pages.</summary>
internal sealed class BrowserSession(SignIn signIn, SignOut signOut, IAntiforgery antiforgery)
{
    /// <summary>Checks the password and gives the browser its cookie.</summary>
    /// <returns>Null where the sign-in is refused, without a reason: callers must not learn which part was wrong.</returns>
    public async Task<Account?> SignInAsync(HttpContext context, EmailAddress email, string password, CancellationToken cancellationToken)
    {
        var command = new SignInCommand(email, password, context.ToVisitor());
        if (await signIn.HandleAsync(command, cancellationToken) is not { } signedIn)
        {
            return null;
        }

        var caller = new Caller(signedIn.Account.Id, signedIn.Account.Roles, signedIn.Session.Id);
        var principal = GatewayClaims.Principal(caller, GatewaySchemes.Session);
        await context.SignInAsync(GatewaySchemes.Session, principal, new AuthenticationProperties { IsPersistent = true });

        // The rest of this request is the signed-in person's: anti-forgery tokens are bound to her.
        context.User = principal;
        return signedIn.Account;
    }

    public async Task SignOutAsync(HttpContext context, CancellationToken cancellationToken)
    {
        if (context.User.SessionId() is { } session)
        {
            await signOut.HandleAsync(session, context.ToVisitor(), cancellationToken);
        }

        await context.SignOutAsync(GatewaySchemes.Session);
    }

    /// <summary>The token that proves that a change comes from our own pages; null for callers without a cookie.</summary>
    public string? CsrfToken(HttpContext context) =>
        context.User.IsBrowser() ? antiforgery.GetAndStoreTokens(context).RequestToken : null;
}
