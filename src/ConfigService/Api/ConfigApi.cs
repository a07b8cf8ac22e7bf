using System.Security.Claims;
using System.Text;
using MemoCoach.ConfigService.Application;
using MemoCoach.ConfigService.Application.Validation;
using MemoCoach.ConfigService.Domain;
using MemoCoach.ConfigService.Domain.Documents;
using MemoCoach.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace MemoCoach.ConfigService.Api;

internal static class ConfigApi
{
    private static readonly string[] Readers = [Roles.Coach, Roles.Admin, Roles.Operator];

    // Writers see what their memos are read against.
    private static readonly string[] OpenToWriters = ["rubric", "frameworks"];

    public static void MapConfigApi(this IEndpointRouteBuilder routes)
    {
        var config = routes.MapGroup("/api/v1/config").WithTags("Configuration");
        var read = config.MapGroup("").RequireAuthorization(policy => policy.RequireAuthenticatedUser().RequireClaim(ClaimNames.Role, Readers));
        read.MapGet("/", ListAsync);
        read.MapGet("/{name}", FindAsync).Produces<string>(contentType: YamlBody.ContentType).ProducesProblem(StatusCodes.Status404NotFound);
        read.MapGet("/{name}/history", HistoryAsync).ProducesProblem(StatusCodes.Status404NotFound);

        foreach (var name in OpenToWriters)
        {
            config.MapGet($"/{name}", (HttpContext context, IRevisionStorage storage, DocumentValidator documents, string? revision, CancellationToken token) =>
                    FindAsync(name, revision, context, storage, documents, token))
                .RequireAuthorization(Policies.Writer).Produces<string>(contentType: YamlBody.ContentType);
        }

        var write = config.MapGroup("/{name}").RequireAuthorization(Policies.Admin);
        write.ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        write.MapPut("", ChangeAsync).Accepts<string>(YamlBody.ContentType, YamlBody.AnyContentType)
            .ProducesProblem(StatusCodes.Status412PreconditionFailed).ProducesProblem(StatusCodes.Status428PreconditionRequired);
        write.MapPost("/validate", ValidateAsync).Accepts<string>(YamlBody.ContentType, YamlBody.AnyContentType);
        write.MapPost("/rollback", RollBackAsync);
    }

    private static async Task<Ok<DocumentListResponse>> ListAsync(
        IRevisionStorage storage, DocumentValidator documents, DocumentStates states, CancellationToken cancellationToken)
    {
        var active = (await storage.ReadActiveAsync(cancellationToken)).ToDictionary(revision => revision.Name, StringComparer.Ordinal);
        return TypedResults.Ok(new DocumentListResponse(
        [
            .. documents.Names.Order(StringComparer.Ordinal)
                .Select(name => DocumentResponse.Of(name, active.GetValueOrDefault(name), states.ProblemsOf(name))),
        ]));
    }

    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> FindAsync(
        string name, string? revision, HttpContext context, IRevisionStorage storage, DocumentValidator documents, CancellationToken cancellationToken)
    {
        if (!documents.Knows(name))
        {
            return ConfigProblems.NoSuchDocument(name);
        }

        var found = revision switch
        {
            null => await storage.FindActiveAsync(name, cancellationToken),
            _ when DocumentContent.IsRevision(revision) => await storage.FindAsync(name, revision, cancellationToken),
            _ => null,
        };
        if (found is null)
        {
            return ConfigProblems.NoSuchRevision(name, revision);
        }

        context.Response.Headers.CacheControl = "private, no-cache";
        // Answers If-None-Match with 304.
        return TypedResults.Bytes(
            Encoding.UTF8.GetBytes(found.Content), YamlBody.ContentType, entityTag: new EntityTagHeaderValue($"\"{found.Revision}\""));
    }

    private static async Task<Results<Ok<RevisionResponse>, ProblemHttpResult, ValidationProblem>> ChangeAsync(
        string name, string? message, HttpContext context, ClaimsPrincipal user, DocumentValidator documents, ChangeDocument change, CancellationToken cancellationToken)
    {
        var precondition = Precondition.Of(context.Request);
        if (!documents.Knows(name))
        {
            return ConfigProblems.NoSuchDocument(name);
        }

        if (!precondition.IsPresent)
        {
            return ConfigProblems.PreconditionRequired();
        }

        if (ChangeMessage.Read(message) is not { } reason)
        {
            return ConfigProblems.MessageRequired();
        }

        if (await YamlBody.ReadAsync(context.Request, documents.Limits, cancellationToken) is not { } content)
        {
            return ConfigProblems.TooLarge(documents.Limits);
        }

        var authorship = new Authorship(RevisionSources.Interface, user.AccountId(), reason);
        return Answer(await change.RunAsync(name, content, precondition.Allows, authorship, cancellationToken), context.Response);
    }

    private static async Task<Results<Ok<ValidationResponse>, ProblemHttpResult>> ValidateAsync(
        string name, HttpRequest request, DocumentValidator documents, CancellationToken cancellationToken)
    {
        if (!documents.Knows(name))
        {
            return ConfigProblems.NoSuchDocument(name);
        }

        if (await YamlBody.ReadAsync(request, documents.Limits, cancellationToken) is not { } content)
        {
            return ConfigProblems.TooLarge(documents.Limits);
        }

        var document = documents.Validate(name, content);
        return document.IsValid
            ? TypedResults.Ok(new ValidationResponse(true, document.Revision!))
            : ConfigProblems.Invalid(document.Problems);
    }

    private static async Task<Results<Ok<HistoryResponse>, ProblemHttpResult, ValidationProblem>> HistoryAsync(
        string name, IRevisionStorage storage, DocumentValidator documents, string? cursor, CancellationToken cancellationToken, int limit = 50)
    {
        if (!documents.Knows(name))
        {
            return ConfigProblems.NoSuchDocument(name);
        }

        if (limit is < 1 or > HistoryResponse.LongestPage)
        {
            return ConfigProblems.BadLimit();
        }

        if (!HistoryCursor.TryParse(cursor, out var before))
        {
            return ConfigProblems.BadCursor();
        }

        var entries = await storage.ReadHistoryAsync(name, limit + 1, before, cancellationToken);
        var active = await storage.FindActiveAsync(name, cancellationToken);
        return TypedResults.Ok(HistoryResponse.Of(entries, limit, active?.Id));
    }

    private static async Task<Results<Ok<RevisionResponse>, ProblemHttpResult, ValidationProblem>> RollBackAsync(
        string name, RollBackRequest request, HttpContext context, ClaimsPrincipal user, DocumentValidator documents, RollBackDocument rollBack, CancellationToken cancellationToken)
    {
        if (!documents.Knows(name))
        {
            return ConfigProblems.NoSuchDocument(name);
        }

        if (ChangeMessage.Read(request.Message) is not { } reason)
        {
            return ConfigProblems.MessageRequired();
        }

        var revision = request.Revision;
        if (!DocumentContent.IsRevision(revision))
        {
            return ConfigProblems.NoSuchRevision(name, revision);
        }

        var precondition = Precondition.Of(context.Request);
        var outcome = await rollBack.RunAsync(name, revision, precondition.Allows, user.AccountId(), reason, cancellationToken);
        return outcome is null ? ConfigProblems.NoSuchRevision(name, revision) : Answer(outcome, context.Response);
    }

    private static Results<Ok<RevisionResponse>, ProblemHttpResult, ValidationProblem> Answer(ChangeOutcome outcome, HttpResponse response)
    {
        switch (outcome)
        {
            case ChangeOutcome.Published { Revision: var revision }:
                response.Headers.ETag = $"\"{revision.Revision}\"";
                return TypedResults.Ok(RevisionResponse.Of(revision, isActive: true));
            case ChangeOutcome.Conflict { Current: var current }:
                response.Headers.ETag = current is null ? default : $"\"{current}\"";
                return ConfigProblems.Conflict(current);
            case ChangeOutcome.Invalid { Problems: var problems }:
                return ConfigProblems.Invalid(problems);
            case ChangeOutcome.ReadOnly:
                return ConfigProblems.ReadOnly();
            default:
                throw new InvalidOperationException($"{outcome} has no answer.");
        }
    }
}
