using MemoCoach.Gateway.Application;
using MemoCoach.Gateway.Domain;
using MemoCoach.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace MemoCoach.Gateway.Api;

internal sealed record CreateUserRequest(string? Email = null, string? DisplayName = null, string? Password = null, IReadOnlyList<string?>? Roles = null);

internal sealed record ChangeUserRequest(string? DisplayName = null, IReadOnlyList<string?>? Roles = null, bool? Disabled = null, string? Password = null);

internal static class UsersApi
{
    public static void MapUsersApi(this IEndpointRouteBuilder routes)
    {
        var users = routes.MapGroup("/api/v1/users").WithTags("Accounts").RequireAuthorization(Policies.Admin).WithSmallBody();
        users.MapGet("/", ListAsync);
        users.MapPost("/", CreateAsync).ProducesProblem(StatusCodes.Status409Conflict);
        users.MapGet("/{id:guid}", FindAsync).ProducesProblem(StatusCodes.Status404NotFound);
        users.MapPatch("/{id:guid}", ChangeAsync)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict);
    }

    private static async Task<Results<Ok<PageResponse<AccountResponse>>, ValidationProblem>> ListAsync(
        string? limit, string? cursor, FindAccounts accounts, CancellationToken cancellationToken)
    {
        var check = new RequestCheck();
        var size = check.Read("limit", AccountPaging.ReadLimit(limit));
        var after = check.Read("cursor", AccountPaging.ReadCursor(cursor));
        if (check.Failed)
        {
            return check.Problem();
        }

        var page = await accounts.PageAsync(after is "" ? null : after, size, cancellationToken);
        return TypedResults.Ok(new PageResponse<AccountResponse>(
            [.. page.Items.Select(AccountResponse.Of)], AccountPaging.WriteCursor(page.NextKey)));
    }

    private static async Task<Results<Ok<AccountResponse>, NotFound>> FindAsync(
        Guid id, FindAccounts accounts, CancellationToken cancellationToken) =>
        await accounts.OneAsync(id, cancellationToken) is { } account
            ? TypedResults.Ok(AccountResponse.Of(account))
            : TypedResults.NotFound();

    private static async Task<Results<Created<AccountResponse>, ValidationProblem, ProblemHttpResult>> CreateAsync(
        CreateUserRequest request, CreateAccount createAccount, HttpContext context, CancellationToken cancellationToken)
    {
        var check = new RequestCheck();
        var email = check.Read("email", EmailAddress.Parse(request.Email));
        var displayName = check.Read("displayName", DisplayName.Parse(request.DisplayName));
        var password = check.Read("password", NewPassword.Parse(request.Password, request.Email));
        var roles = check.Read("roles", RoleNames.Parse(request.Roles));
        if (check.Failed)
        {
            return check.Problem();
        }

        var command = new CreateAccountCommand(email!, password!, displayName!, roles, context.ToVisitor());
        return await createAccount.HandleAsync(command, cancellationToken) is { } account
            ? TypedResults.Created($"/api/v1/users/{account.Id}", AccountResponse.Of(account))
            : TypedResults.Problem(
                "An account with this e-mail address exists already.",
                statusCode: StatusCodes.Status409Conflict,
                title: "Address taken");
    }

    private static async Task<Results<Ok<AccountResponse>, NotFound, ValidationProblem, ProblemHttpResult>> ChangeAsync(
        Guid id, ChangeUserRequest request, ChangeAccount changeAccount, HttpContext context, CancellationToken cancellationToken)
    {
        var check = new RequestCheck();
        var displayName = request.DisplayName is null ? null : check.Read("displayName", DisplayName.Parse(request.DisplayName));
        var password = request.Password is null ? null : check.Read("password", NewPassword.Parse(request.Password, email: null));
        AccountRoles? roles = request.Roles is null ? null : check.Read("roles", RoleNames.Parse(request.Roles));
        if (check.Failed)
        {
            return check.Problem();
        }

        var command = new ChangeAccountCommand(id, displayName, roles, request.Disabled, password, context.ToVisitor());
        return await changeAccount.HandleAsync(command, cancellationToken) switch
        {
            ChangeAccountOutcome.Changed changed => TypedResults.Ok(AccountResponse.Of(changed.Account)),
            ChangeAccountOutcome.LastAdmin => TypedResults.Problem(
                "This is the last admin: make someone else an admin first.",
                statusCode: StatusCodes.Status409Conflict,
                title: "Last admin"),
            _ => TypedResults.NotFound(),
        };
    }
}
