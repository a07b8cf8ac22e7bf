using MemoCoach.ConfigService.Application.Validation;
using MemoCoach.ConfigService.Domain;
using MemoCoach.ConfigService.Domain.Documents;
using Microsoft.AspNetCore.Http.HttpResults;

namespace MemoCoach.ConfigService.Api;

/// <summary>What callers are told when a request cannot be met.</summary>
internal static class ConfigProblems
{
    public static ProblemHttpResult NoSuchDocument(string name) =>
        Problem(StatusCodes.Status404NotFound, "There is no such document.", $"No document is called '{Shorten(name)}'.");

    public static ProblemHttpResult NoSuchRevision(string name, string? revision) =>
        Problem(StatusCodes.Status404NotFound, "There is no such revision.",
            revision is null ? $"'{name}' has no revision yet." : $"'{name}' never had the revision '{Shorten(revision)}'.");

    public static ProblemHttpResult PreconditionRequired() =>
        Problem(StatusCodes.Status428PreconditionRequired, "Say which revision you are changing.",
            "Send If-Match with the ETag that GET answered.");

    public static ProblemHttpResult Conflict(string? current) => TypedResults.Problem(
        statusCode: StatusCodes.Status412PreconditionFailed,
        title: "Somebody else changed this document first.",
        detail: "Read it again, carry your change over, and save again.",
        extensions: new Dictionary<string, object?> { ["currentRevision"] = current });

    public static ProblemHttpResult Invalid(IReadOnlyList<DocumentProblem> problems) => TypedResults.Problem(
        statusCode: StatusCodes.Status422UnprocessableEntity,
        title: "The document is invalid.",
        detail: problems[0].ToString(),
        extensions: new Dictionary<string, object?> { ["errors"] = problems });

    public static ProblemHttpResult TooLarge(DocumentLimits limits) =>
        Problem(StatusCodes.Status413PayloadTooLarge, "The document is too large.",
            $"A document has at most {limits.MaximumBytes} bytes (setting Config:Limits:MaximumBytes).");

    public static ProblemHttpResult ReadOnly() =>
        Problem(StatusCodes.Status409Conflict, "The configuration is read-only here.",
            "The program may not write to its working copy (setting Config:Directory): change the document at its source and restart.");

    public static ValidationProblem MessageRequired() => Validation("message",
        $"Say why you make the change: 1 to {Authorship.LongestMessage} characters, no control characters.");

    public static ValidationProblem BadLimit() => Validation("limit", $"Must be 1 to {HistoryResponse.LongestPage}.");

    public static ValidationProblem BadCursor() => Validation("cursor", "Must be the nextCursor of an earlier answer.");

    private static ValidationProblem Validation(string field, string rule) =>
        TypedResults.ValidationProblem(new Dictionary<string, string[]> { [field] = [rule] });

    private static ProblemHttpResult Problem(int status, string title, string detail) =>
        TypedResults.Problem(statusCode: status, title: title, detail: detail);

    private static string Shorten(string text) => text.Length <= 64 ? text : string.Concat(text.AsSpan(0, 64), "...");
}
