using Microsoft.Net.Http.Headers;

namespace MemoCoach.Gateway.Api.Authentication;

/// <summary>The refusals of the API: problem documents, never a redirect to a page.</summary>
internal static class AuthenticationProblems
{
    public static Task UnauthorizedAsync(HttpContext context)
    {
        context.Response.Headers[HeaderNames.WWWAuthenticate] = "Bearer";
        return TypedResults.Problem(
            "Sign in at /api/v1/auth/login, or send an API token: Authorization: Bearer mc_...",
            statusCode: StatusCodes.Status401Unauthorized,
            title: "Not signed in").ExecuteAsync(context);
    }

    public static Task ForbiddenAsync(HttpContext context) => TypedResults.Problem(
        "Your roles do not allow this.", statusCode: StatusCodes.Status403Forbidden, title: "Not allowed").ExecuteAsync(context);
}
