using System.Text.Json;
using MemoCoach.Contracts;
using MemoCoach.Evaluation.Domain.Jobs;

namespace MemoCoach.Evaluation.Application;

/// <summary>
/// Queues a submission for review. An announcement that was served already is answered again, one that is being worked
/// on changes nothing, and one for an erased submission is dropped.
/// </summary>
internal sealed class AcceptMemo(JobSignal signal, IProgressReporter progress, TimeProvider clock)
{
    public async Task HandleAsync(IEvaluationSession session, MemoSubmitted message, CancellationToken cancellationToken)
    {
        // The announcement and the deletion come through two queues, perhaps to two replicas, at the same moment.
        await session.LockAsync(message.SubmissionId, cancellationToken);
        if (await session.IsErasedAsync(message.SubmissionId, cancellationToken))
        {
            return;
        }

        if (await session.FindReviewAsync(message.SubmissionId, cancellationToken) is { } review)
        {
            session.Publish(JsonSerializer.Deserialize<MemoEvaluated>(review.Result)!);
            return;
        }

        if (await session.FindJobAsync(message.SubmissionId, cancellationToken) is { } job)
        {
            if (job.State == JobState.Failed)
            {
                session.Publish(new EvaluationFailed(job.SubmissionId, job.WriterId, job.FailureCode!, job.FailureReason!, job.FailedAt!.Value));
            }

            return;
        }

        session.Add(new EvaluationJob
        {
            SubmissionId = message.SubmissionId,
            WriterId = message.WriterId,
            Title = message.Title,
            Text = message.Text,
            Language = message.Language,
            EnqueuedAt = clock.GetUtcMicroseconds(),
        });
        session.AfterCommit(() =>
        {
            signal.Set();
            progress.Report(message.SubmissionId, EvaluationStages.Queued);
        });
    }
}
