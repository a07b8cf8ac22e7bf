using System.Text.Json;
using MemoCoach.Contracts;
using MemoCoach.Evaluation.Domain;
using MemoCoach.Evaluation.Domain.Jobs;

namespace MemoCoach.Evaluation.Application;

/// <summary>Reviews one leased job: the review, the end of the attempt and the news are one transaction.</summary>
internal sealed partial class EvaluateMemo(
    IEvaluationStorage storage,
    IMemoEvaluator evaluator,
    IActiveRubric activeRubric,
    ILanguageDetector languageDetector,
    IProgressReporter progress,
    TimeProvider clock,
    ILogger<EvaluateMemo> logger)
{
    public async Task HandleAsync(LeasedJob job, CancellationToken cancellationToken)
    {
        var startedAt = clock.GetTimestamp();
        Rubric rubric;
        EvaluatedMemo evaluated;
        try
        {
            rubric = await activeRubric.GetAsync(cancellationToken);
            var language = LanguageCodes.TryParse(job.Language, out var chosen) ? chosen : languageDetector.Detect(job.Text);
            progress.Report(job.SubmissionId, EvaluationStages.Reviewing);
            evaluated = await evaluator.EvaluateAsync(new Memo(job.Title, job.Text, language), rubric, cancellationToken);
        }
#pragma warning disable CA1031 // whatever an evaluator throws ends the attempt, and the writer is told
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            LogFailed(exception, job.SubmissionId, job.AttemptId);
            await FailAsync(job, cancellationToken);
            return;
        }

        await CompleteAsync(job, evaluated, rubric, clock.GetElapsedTime(startedAt), cancellationToken);
        progress.Report(job.SubmissionId, EvaluationStages.Finished);
    }

    private Task<bool> CompleteAsync(
        LeasedJob job, EvaluatedMemo evaluated, Rubric rubric, TimeSpan duration, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcMicroseconds();
        var review = evaluated.Review;
        var document = ReviewDocument.From(job.SubmissionId, review, new ProvenanceDocument(
            evaluated.Model,
            rubric.Revision,
            evaluated.PromptRevision,
            evaluated.Parameters,
            evaluated.InputTokens,
            evaluated.OutputTokens,
            evaluated.CostMicros / 1_000_000m,
            (long)duration.TotalMilliseconds,
            job.AttemptId,
            review.DroppedQuotes,
            now));
        var result = new MemoEvaluated(
            job.SubmissionId,
            job.WriterId,
            review.Evaluator,
            review.Language.Code(),
            review.Overall.Value,
            review.Overall.Scale.Min,
            review.Overall.Scale.Max,
            [.. review.Criteria.Select(criterion => new CriterionScored(criterion.Id, criterion.Name, criterion.Weight, criterion.Score.Value))],
            rubric.Revision,
            now);
        var stored = new StoredReview
        {
            SubmissionId = job.SubmissionId,
            WriterId = job.WriterId,
            AttemptId = job.AttemptId,
            Evaluator = review.Evaluator,
            RubricRevision = rubric.Revision,
            EvaluatedAt = now,
            Document = JsonSerializer.Serialize(document, JsonSerializerOptions.Web),
            Result = JsonSerializer.Serialize(result),
        };
        return storage.WriteAsync(
            async (session, token) =>
            {
                if (!await session.RemoveJobAsync(job.SubmissionId, job.AttemptId, token))
                {
                    return false;
                }

                session.Add(stored);
                await session.EndAttemptAsync(job.AttemptId, AttemptOutcome.Succeeded, now, token);
                session.Publish(result);
                return true;
            },
            cancellationToken);
    }

    private Task<bool> FailAsync(LeasedJob job, CancellationToken cancellationToken)
    {
        const string Code = "evaluator-failed";
        const string Reason = "The review failed for a technical reason. You can ask for it again.";
        var now = clock.GetUtcMicroseconds();
        return storage.WriteAsync(
            async (session, token) =>
            {
                var row = await session.FindJobAsync(job.SubmissionId, token);
                if (row?.AttemptId != job.AttemptId)
                {
                    return false;
                }

                row.Fail(Code, Reason, now);
                await session.EndAttemptAsync(job.AttemptId, AttemptOutcome.Failed, now, token);
                session.Publish(new EvaluationFailed(job.SubmissionId, job.WriterId, Code, Reason, now));
                return true;
            },
            cancellationToken);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Submission {SubmissionId} could not be reviewed, attempt {AttemptId}")]
    private partial void LogFailed(Exception exception, Guid submissionId, Guid attemptId);
}
