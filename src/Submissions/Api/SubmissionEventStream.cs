using System.Security.Claims;
using System.Text.Json;
using MemoCoach.Contracts;
using MemoCoach.ServiceDefaults;
using MemoCoach.Submissions.Application;
using MemoCoach.Submissions.Domain;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;

namespace MemoCoach.Submissions.Api;

/// <summary>
/// Follows one submission by server-sent events: first its state in the database, then what happens, until it has its
/// answer (https://html.spec.whatwg.org/multipage/server-sent-events.html).
/// </summary>
internal sealed class SubmissionEventStream(
    Guid id,
    ISubmissionsStorage storage,
    SubmissionChanges changes,
    TimeSpan keepAlive,
    JsonSerializerOptions json,
    TimeProvider clock,
    CancellationToken stopping) : IResult
{
    /// <summary>How soon a browser that lost the stream asks again.</summary>
    private const int RetryMilliseconds = 2_000;

    /// <summary>
    /// How soon the database is looked at again once the evaluator says that it is done: on another replica the result
    /// may be a moment behind the news.
    /// </summary>
    private static readonly TimeSpan ResultDelay = TimeSpan.FromMilliseconds(250);

    /// <summary>How often in a row it is looked at so soon: a result may also be held up for long.</summary>
    private const int MaxLooks = 20;

    public static async Task<Results<SubmissionEventStream, NotFound>> FollowAsync(
        Guid id,
        ClaimsPrincipal user,
        ISubmissionsStorage storage,
        SubmissionChanges changes,
        IOptions<SubmissionsOptions> options,
        IOptions<JsonOptions> json,
        IHostApplicationLifetime lifetime,
        TimeProvider clock,
        CancellationToken cancellationToken)
    {
        var submission = await storage.ReadAsync((session, token) => session.FindSummaryAsync(id, token), cancellationToken);
        return submission?.WriterId == user.AccountId()
            ? new SubmissionEventStream(
                id, storage, changes, options.Value.EventStreamKeepAlive, json.Value.SerializerOptions, clock, lifetime.ApplicationStopping)
            : TypedResults.NotFound();
    }

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.ContentType = "text/event-stream";
        response.Headers.CacheControl = "no-cache, no-store";
        response.Headers["X-Accel-Buffering"] = "no"; // nginx would hold events back

        // A stream ends with its reader or with the process; neither is an error.
        using var end = CancellationTokenSource.CreateLinkedTokenSource(httpContext.RequestAborted, stopping);
        try
        {
            await response.WriteAsync($"retry: {RetryMilliseconds}\n\n", end.Token);
            await FollowAsync(response, end.Token);
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
            return;
        }
    }

    private async Task FollowAsync(HttpResponse response, CancellationToken cancellationToken)
    {
        using var follower = changes.Follow(id);
        EvaluationProgress? progress = null;
        SubmissionEvent? told = null;
        var looks = 0;
        var submission = await FindAsync(cancellationToken);
        while (submission is not null)
        {
            var state = Describe(submission, progress);
            if (told is null || state with { At = told.At } != told)
            {
                await WriteAsync(response, $"event: status\ndata: {JsonSerializer.Serialize(state, json)}\n\n", cancellationToken);
                told = state;
            }

            if (submission.Status is SubmissionStatus.Completed or SubmissionStatus.Failed)
            {
                return;
            }

            EvaluationProgress? news;
            if (progress?.Stage == EvaluationStages.Finished && looks < MaxLooks)
            {
                looks++;
                news = await WaitForNewsAsync(follower, ResultDelay, () => Task.CompletedTask, cancellationToken);
            }
            else
            {
                looks = 0;
                news = await WaitForNewsAsync(
                    follower, keepAlive, () => WriteAsync(response, ": still here\n\n", cancellationToken), cancellationToken);
            }

            progress = news ?? progress;
            if (news is null or { Stage: EvaluationStages.Finished })
            {
                submission = await FindAsync(cancellationToken);
            }
        }

        await WriteAsync(response, "event: deleted\ndata: {}\n\n", cancellationToken);
    }

    private Task<SubmissionSummary?> FindAsync(CancellationToken cancellationToken) =>
        storage.ReadAsync((session, token) => session.FindSummaryAsync(id, token), cancellationToken);

    /// <summary>
    /// Waits for news, but not too long: after silence the caller looks into the database, since news from another replica
    /// may have been lost.
    /// </summary>
    private static async Task<EvaluationProgress?> WaitForNewsAsync(
        SubmissionChanges.Follower follower, TimeSpan limit, Func<Task> onSilence, CancellationToken cancellationToken)
    {
        using var silence = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        silence.CancelAfter(limit);
        try
        {
            await follower.WaitAsync(silence.Token);
            return follower.Read();
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            await onSilence();
            return null;
        }
    }

    private SubmissionEvent Describe(SubmissionSummary submission, EvaluationProgress? progress)
    {
        var status = progress?.Stage == EvaluationStages.Finished && submission.Status == SubmissionStatus.Queued
            ? SubmissionStatus.Evaluating // Done, and on its way into the database.
            : changes.StatusOf(submission);
        var stage = submission.Status is SubmissionStatus.Completed or SubmissionStatus.Failed
            ? EvaluationStages.Finished
            : progress is { Stage: not EvaluationStages.Finished }
                ? progress.Stage
                : (status == SubmissionStatus.Evaluating ? EvaluationStages.Reviewing : EvaluationStages.Queued);
        return new SubmissionEvent(
            submission.Id,
            status,
            stage,
            stage == EvaluationStages.Queued ? progress?.QueuePosition : null,
            submission.OverallScore,
            FailureResponse.From(submission.FailureCode, submission.FailureReason),
            clock.GetUtcMicroseconds());
    }

    private static async Task WriteAsync(HttpResponse response, string text, CancellationToken cancellationToken)
    {
        await response.WriteAsync(text, cancellationToken);
        await response.Body.FlushAsync(cancellationToken);
    }
}
