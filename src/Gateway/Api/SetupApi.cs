using MemoCoach.Gateway.Application;
using MemoCoach.Gateway.Domain;
using Microsoft.AspNetCore.Http.HttpResults;

namespace MemoCoach.Gateway.Api;

internal sealed record SetupRequest(string? Email = null, string? Password = null, string? DisplayName = null, string? SetupToken = null);

internal sealed record SetupResponse(UserResponse User);

internal static class SetupApi
{
    public static void MapSetupApi(this IEndpointRouteBuilder routes)
    {
        var setup = routes.MapGroup("/api/v1/setup").WithTags("Setup").AllowAnonymous().DisableAntiforgery().WithSmallBody();
        setup.MapPost("/", SetUpAsync).ProducesProblem(StatusCodes.Status403Forbidden).ProducesProblem(StatusCodes.Status409Conflict);
    }

    private static async Task<Results<Created<SetupResponse>, ValidationProblem, ProblemHttpResult>> SetUpAsync(
        SetupRequest request, SetUp setUp, HttpContext context, CancellationToken cancellationToken)
    {
        var check = new RequestCheck();
        var email = check.Read("email", EmailAddress.Parse(request.Email));
        var password = check.Read("password", NewPassword.Parse(request.Password, request.Email));
        var displayName = check.Read("displayName", DisplayName.Parse(request.DisplayName));
        if (string.IsNullOrEmpty(request.SetupToken))
        {
            check.Refuse("setupToken", "The setup token that the program printed at its start is required.");
        }

        if (check.Failed)
        {
            return check.Problem();
        }

        var command = new SetUpCommand(email!, password!, displayName!, request.SetupToken!, context.ToVisitor());
        return await setUp.HandleAsync(command, cancellationToken) switch
        {
            SetUpOutcome.Created created => TypedResults.Created("/api/v1/auth/me", new SetupResponse(UserResponse.Of(created.Account))),
            SetUpOutcome.WrongToken => TypedResults.Problem(
                "The setup token is wrong. The program prints the right one to its console when it starts.",
                statusCode: StatusCodes.Status403Forbidden,
                title: "Wrong setup token"),
            _ => TypedResults.Problem(
                "The first account exists already: sign in instead.",
                statusCode: StatusCodes.Status409Conflict,
                title: "Already set up"),
        };
    }
}
