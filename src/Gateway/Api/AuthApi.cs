using System.Security.Claims;
using MemoCoach.Gateway.Api.Authentication;
using MemoCoach.Gateway.Application;
using MemoCoach.Gateway.Domain;
using Microsoft.AspNetCore.Http.HttpResults;

namespace MemoCoach.Gateway.Api;

internal sealed record LoginRequest(string? Email = null, string? Password = null);

/// <param name="CsrfToken">Goes into the header X-CSRF-Token of every change; null for callers without a cookie.</param>
internal sealed record SessionResponse(UserResponse User, string? CsrfToken);

internal sealed record ChangeMeRequest(string? DisplayName = null, string? CurrentPassword = null, string? NewPassword = null);

internal static class AuthApi
{
    public static void MapAuthApi(this IEndpointRouteBuilder routes)
    {
        var auth = routes.MapGroup("/api/v1/auth").WithTags("Sign-in").WithSmallBody();
        auth.MapPost("/login", LogInAsync).AllowAnonymous().DisableAntiforgery().ProducesProblem(StatusCodes.Status401Unauthorized);
        auth.MapPost("/logout", LogOutAsync).RequireAuthorization();
        auth.MapGet("/me", MeAsync).RequireAuthorization();
        auth.MapPatch("/me", ChangeMeAsync).RequireAuthorization();
    }

    private static async Task<Results<Ok<SessionResponse>, ValidationProblem, ProblemHttpResult>> LogInAsync(
        LoginRequest request, BrowserSession browser, HttpContext context, CancellationToken cancellationToken)
    {
        var check = new RequestCheck();
        var email = check.Read("email", EmailAddress.Parse(request.Email));
        if (string.IsNullOrEmpty(request.Password))
        {
            check.Refuse("password", "A password is required.");
        }
        else if (request.Password.Length > NewPassword.MaximumLength)
        {
            check.Refuse("password", $"A password has at most {NewPassword.MaximumLength} characters.");
        }

        if (check.Failed)
        {
            return check.Problem();
        }

        return await browser.SignInAsync(context, email!, request.Password!, cancellationToken) is { } account
            ? TypedResults.Ok(new SessionResponse(UserResponse.Of(account), browser.CsrfToken(context)))
            : TypedResults.Problem(
                "E-mail address or password is wrong, or the account cannot be used now.",
                statusCode: StatusCodes.Status401Unauthorized,
                title: "Sign-in refused");
    }

    private static async Task<NoContent> LogOutAsync(BrowserSession browser, HttpContext context, CancellationToken cancellationToken)
    {
        await browser.SignOutAsync(context, cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<Results<Ok<SessionResponse>, NotFound>> MeAsync(
        ClaimsPrincipal user, FindAccounts accounts, BrowserSession browser, HttpContext context, CancellationToken cancellationToken) =>
        await accounts.OneAsync(user.ToCaller().AccountId, cancellationToken) is { } account
            ? TypedResults.Ok(new SessionResponse(UserResponse.Of(account), browser.CsrfToken(context)))
            : TypedResults.NotFound();

    private static async Task<Results<Ok<UserResponse>, ValidationProblem>> ChangeMeAsync(
        ChangeMeRequest request,
        ClaimsPrincipal user,
        ChangeOwnAccount changeOwnAccount,
        HttpContext context,
        CancellationToken cancellationToken)
    {
        var check = new RequestCheck();
        var displayName = request.DisplayName is null ? null : check.Read("displayName", DisplayName.Parse(request.DisplayName));
        var password = request.NewPassword is null ? null : ReadPassword(check, request);
        if (check.Failed)
        {
            return check.Problem();
        }

        var command = new ChangeOwnAccountCommand(user.ToCaller(), displayName, password, context.ToVisitor());
        if (await changeOwnAccount.HandleAsync(command, cancellationToken) is { } account)
        {
            return TypedResults.Ok(UserResponse.Of(account));
        }

        check.Refuse("currentPassword", "The current password is wrong, or the account is locked after too many wrong ones.");
        return check.Problem();
    }

    private static PasswordChange? ReadPassword(RequestCheck check, ChangeMeRequest request)
    {
        var wanted = check.Read("newPassword", NewPassword.Parse(request.NewPassword, email: null));
        if (request.CurrentPassword is not { Length: > 0 and <= NewPassword.MaximumLength } current)
        {
            check.Refuse("currentPassword", "The current password is required to set a new one.");
            return null;
        }

        return wanted is null ? null : new PasswordChange(current, wanted);
    }
}
