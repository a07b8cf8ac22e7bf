using System.Security.Claims;
using MemoCoach.Gateway.Api.Authentication;
using MemoCoach.Gateway.Application;
using MemoCoach.Gateway.Domain;
using Microsoft.AspNetCore.Http.HttpResults;

namespace MemoCoach.Gateway.Api;

internal sealed record CreateTokenRequest(string? Name = null, DateTimeOffset? ExpiresAt = null);

/// <param name="Token">The secret, shown this once.</param>
internal sealed record CreatedTokenResponse(Guid Id, string Name, string Token, string Prefix, DateTimeOffset CreatedAt, DateTimeOffset? ExpiresAt);

internal sealed record TokenResponse(
    Guid Id, string Name, string Prefix, DateTimeOffset CreatedAt, DateTimeOffset? ExpiresAt, DateTimeOffset? LastUsedAt)
{
    public static TokenResponse Of(ApiToken token) =>
        new(token.Id, token.Name, token.Prefix, token.CreatedAt, token.ExpiresAt, token.LastUsedAt);
}

internal static class TokensApi
{
    public static void MapTokensApi(this IEndpointRouteBuilder routes)
    {
        var tokens = routes.MapGroup("/api/v1/tokens").WithTags("API tokens").RequireAuthorization().WithSmallBody();
        tokens.MapPost("/", CreateAsync).ProducesProblem(StatusCodes.Status403Forbidden).ProducesProblem(StatusCodes.Status409Conflict);
        tokens.MapGet("/", ListAsync);
        tokens.MapDelete("/{id:guid}", RevokeAsync).ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<Results<Created<CreatedTokenResponse>, ValidationProblem, ProblemHttpResult>> CreateAsync(
        CreateTokenRequest request,
        ClaimsPrincipal user,
        CreateApiToken createApiToken,
        TimeProvider clock,
        HttpContext context,
        CancellationToken cancellationToken)
    {
        var check = new RequestCheck();
        var name = check.Read("name", DisplayName.Parse(request.Name));
        if (request.ExpiresAt <= clock.GetUtcNow())
        {
            check.Refuse("expiresAt", "A token expires in the future.");
        }

        if (check.Failed)
        {
            return check.Problem();
        }

        if (user.ToCaller() is not { SessionId: not null } caller)
        {
            // A leaked token must not be able to make itself immortal.
            return TypedResults.Problem(
                "API tokens are made by a person who has signed in, not by another API token.",
                statusCode: StatusCodes.Status403Forbidden,
                title: "Not allowed");
        }

        var command = new CreateApiTokenCommand(caller.AccountId, name!, request.ExpiresAt, context.ToVisitor());
        return await createApiToken.HandleAsync(command, cancellationToken) is { } created
            ? TypedResults.Created($"/api/v1/tokens/{created.Token.Id}", Shown(created))
            : TypedResults.Problem(
                $"An account has at most {CreateApiToken.MaximumPerAccount} tokens: revoke one first.",
                statusCode: StatusCodes.Status409Conflict,
                title: "Too many tokens");
    }

    private static async Task<Ok<PageResponse<TokenResponse>>> ListAsync(
        ClaimsPrincipal user, ListApiTokens listApiTokens, CancellationToken cancellationToken)
    {
        var tokens = await listApiTokens.HandleAsync(user.ToCaller().AccountId, cancellationToken);
        return TypedResults.Ok(new PageResponse<TokenResponse>([.. tokens.Select(TokenResponse.Of)], NextCursor: null));
    }

    private static async Task<Results<NoContent, NotFound>> RevokeAsync(
        Guid id, ClaimsPrincipal user, RevokeApiToken revokeApiToken, HttpContext context, CancellationToken cancellationToken) =>
        await revokeApiToken.HandleAsync(user.ToCaller().AccountId, id, context.ToVisitor(), cancellationToken)
            ? TypedResults.NoContent()
            : TypedResults.NotFound();

    private static CreatedTokenResponse Shown(CreatedApiToken created) => new(
        created.Token.Id,
        created.Token.Name,
        created.Secret.Text,
        created.Token.Prefix,
        created.Token.CreatedAt,
        created.Token.ExpiresAt);
}
