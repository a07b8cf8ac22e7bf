using System.Security.Claims;
using MemoCoach.Evaluation.Application;
using MemoCoach.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace MemoCoach.Evaluation.Api;

internal static class ReviewsApi
{
    public static void MapReviewsApi(this IEndpointRouteBuilder routes)
    {
        var reviews = routes.MapGroup("/api/v1/reviews").RequireAuthorization(Policies.Writer).WithTags("Reviews");
        reviews.MapGet("/{submissionId:guid}", FindAsync)
            .WithName("FindReview").WithSummary("The whole review of a submission").Produces<ReviewDocument>();
        reviews.MapPost("/{submissionId:guid}/retry", RetryAsync)
            .WithName("RetryReview").WithSummary("Ask again for a review that failed");
    }

    private static async Task<Results<ContentHttpResult, NotFound>> FindAsync(
        Guid submissionId, ClaimsPrincipal user, IEvaluationStorage storage, CancellationToken cancellationToken)
    {
        var review = await storage.ReadAsync((session, token) => session.FindReviewAsync(submissionId, token), cancellationToken);
        return review?.WriterId == user.AccountId()
            ? TypedResults.Content(review.Document, "application/json")
            : TypedResults.NotFound();
    }

    private static async Task<Results<Accepted, NotFound, ProblemHttpResult>> RetryAsync(
        Guid submissionId, ClaimsPrincipal user, RetryEvaluation retryEvaluation, CancellationToken cancellationToken) =>
        await retryEvaluation.HandleAsync(user.AccountId(), submissionId, cancellationToken) switch
        {
            RetryOutcome.Restarted => TypedResults.Accepted($"/api/v1/submissions/{submissionId}"),
            RetryOutcome.NotFailed => TypedResults.Problem(
                statusCode: StatusCodes.Status409Conflict,
                title: "Nothing to retry",
                detail: "Only a review that failed can be asked for again; this one is done or under way."),
            _ => TypedResults.NotFound(),
        };
}
