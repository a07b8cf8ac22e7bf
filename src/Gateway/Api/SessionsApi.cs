using System.Security.Claims;
using MemoCoach.Gateway.Api.Authentication;
using MemoCoach.Gateway.Application;
using MemoCoach.Gateway.Domain;
using Microsoft.AspNetCore.Http.HttpResults;

namespace MemoCoach.Gateway.Api;

/// <param name="Current">Whether this is the session that asks.</param>
internal sealed record SessionItemResponse(
    Guid Id, Guid UserId, DateTimeOffset CreatedAt, DateTimeOffset LastSeenAt, string? IpAddress, string? UserAgent, bool Current);

internal static class SessionsApi
{
    public static void MapSessionsApi(this IEndpointRouteBuilder routes)
    {
        var sessions = routes.MapGroup("/api/v1/sessions").WithTags("Sessions").RequireAuthorization().WithSmallBody();
        sessions.MapGet("/", ListAsync).ProducesProblem(StatusCodes.Status403Forbidden);
        sessions.MapDelete("/{id:guid}", RevokeAsync).ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<Results<Ok<PageResponse<SessionItemResponse>>, ValidationProblem, ProblemHttpResult>> ListAsync(
        string? userId, ClaimsPrincipal user, ListSessions listSessions, CancellationToken cancellationToken)
    {
        var caller = user.ToCaller();
        var owner = caller.AccountId;
        if (userId is not null && !Guid.TryParse(userId, out owner))
        {
            var check = new RequestCheck();
            check.Refuse("userId", "The user id is a UUID.");
            return check.Problem();
        }

        if (owner != caller.AccountId && !caller.Roles.HasFlag(AccountRoles.Admin))
        {
            return TypedResults.Problem(
                "Only an admin sees the sessions of others.", statusCode: StatusCodes.Status403Forbidden, title: "Not allowed");
        }

        var sessions = await listSessions.HandleAsync(owner, cancellationToken);
        return TypedResults.Ok(new PageResponse<SessionItemResponse>(
            [.. sessions.Select(session => Shown(session, caller))], NextCursor: null));
    }

    private static async Task<Results<NoContent, NotFound>> RevokeAsync(
        Guid id, ClaimsPrincipal user, RevokeSession revokeSession, HttpContext context, CancellationToken cancellationToken) =>
        await revokeSession.HandleAsync(user.ToCaller(), id, context.ToVisitor(), cancellationToken)
            ? TypedResults.NoContent()
            : TypedResults.NotFound();

    private static SessionItemResponse Shown(Session session, Caller caller) => new(
        session.Id,
        session.AccountId,
        session.CreatedAt,
        session.LastSeenAt,
        session.IpAddress,
        session.UserAgent,
        Current: session.Id == caller.SessionId);
}
