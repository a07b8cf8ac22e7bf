using System.Security.Claims;
using MemoCoach.ServiceDefaults;
using MemoCoach.Submissions.Application;
using MemoCoach.Submissions.Domain;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace MemoCoach.Submissions.Api;

internal static class SubmissionsApi
{
    public static void MapSubmissionsApi(this IEndpointRouteBuilder routes)
    {
        var submissions = routes.MapGroup("/api/v1/submissions").RequireAuthorization(Policies.Writer).WithTags("Submissions");
        submissions.MapPost("/", SubmitAsync).WithName("Submit").WithSummary("Submit a draft for review");
        submissions.MapGet("/", ListAsync).WithName("ListSubmissions").WithSummary("Own submissions, newest first");
        submissions.MapGet("/{id:guid}", FindAsync).WithName("FindSubmission").WithSummary("One submission with its text");
        submissions.MapDelete("/{id:guid}", DeleteAsync).WithName("DeleteSubmission").WithSummary("Erase a submission everywhere");
        submissions.MapGet("/{id:guid}/events", SubmissionEventStream.FollowAsync).WithName("FollowSubmission")
            .WithSummary("Server-sent events until the submission has its answer");
    }

    private static async Task<Results<Accepted<SubmissionResponse>, ValidationProblem, ProblemHttpResult>> SubmitAsync(
        SubmitRequest request,
        [FromHeader(Name = "Idempotency-Key")] string? idempotencyKey,
        ClaimsPrincipal user,
        SubmitMemo submitMemo,
        CancellationToken cancellationToken)
    {
        var command = new SubmitMemoCommand(
            user.AccountId(), request.Title, request.Text, request.MemoId, request.Language, idempotencyKey);
        return await submitMemo.HandleAsync(command, cancellationToken) switch
        {
            SubmitMemoOutcome.Accepted accepted => TypedResults.Accepted(
                $"/api/v1/submissions/{accepted.Submission.Id}",
                SubmissionResponse.From(accepted.Submission, accepted.Submission.Status)),
            SubmitMemoOutcome.Invalid invalid => TypedResults.ValidationProblem(invalid.BrokenRules.ToDictionary()),
            SubmitMemoOutcome.KeyReused => TypedResults.Problem(
                statusCode: StatusCodes.Status422UnprocessableEntity,
                title: "Idempotency key reused",
                detail: "This Idempotency-Key was used with another body. Repeat the first body, or take a new key."),
            SubmitMemoOutcome.KeyOfDeleted => TypedResults.Problem(
                statusCode: StatusCodes.Status410Gone,
                title: "Submission deleted",
                detail: "The submission that this Idempotency-Key belongs to was deleted. Take a new key to submit again."),
            var unknown => throw new InvalidOperationException($"{unknown} has no answer."),
        };
    }

    private static async Task<Results<Ok<SubmissionPage>, ValidationProblem>> ListAsync(
        ClaimsPrincipal user,
        ISubmissionsStorage storage,
        SubmissionChanges changes,
        IOptions<SubmissionsOptions> options,
        CancellationToken cancellationToken,
        int? limit = null,
        string? cursor = null,
        Guid? memoId = null)
    {
        var most = options.Value.MaxPageSize;
        var size = limit ?? Math.Min(options.Value.PageSize, most);
        if (size < 1 || size > most)
        {
            return Invalid("limit", $"A page has 1 to {most} submissions.");
        }

        if (!PageCursor.TryRead(cursor, out var before))
        {
            return Invalid("cursor", "This is not a cursor; give back a page's nextCursor as it was.");
        }

        // One more than asked for tells whether there is a next page.
        var found = await storage.ReadAsync(
            (session, token) => session.ListAsync(user.AccountId(), memoId, before, size + 1, token), cancellationToken);
        var items = found.Take(size).Select(summary => SubmissionResponse.From(summary, changes.StatusOf(summary))).ToList();
        return TypedResults.Ok(new SubmissionPage(items, found.Count > size ? PageCursor.Write(items[^1].Id) : null));
    }

    private static async Task<Results<Ok<SubmissionResponse>, NotFound>> FindAsync(
        Guid id, ClaimsPrincipal user, ISubmissionsStorage storage, SubmissionChanges changes, CancellationToken cancellationToken)
    {
        var submission = await storage.ReadAsync((session, token) => session.FindSubmissionAsync(id, token), cancellationToken);
        return submission?.WriterId == user.AccountId()
            ? TypedResults.Ok(SubmissionResponse.From(submission, changes.StatusOf(submission.Id, submission.Status)))
            : TypedResults.NotFound();
    }

    private static async Task<Results<NoContent, NotFound>> DeleteAsync(
        Guid id, ClaimsPrincipal user, DeleteSubmission deleteSubmission, CancellationToken cancellationToken) =>
        await deleteSubmission.HandleAsync(user.AccountId(), id, cancellationToken) ? TypedResults.NoContent() : TypedResults.NotFound();

    private static ValidationProblem Invalid(string field, string rule) =>
        TypedResults.ValidationProblem(new Dictionary<string, string[]>(StringComparer.Ordinal) { [field] = [rule] });
}
