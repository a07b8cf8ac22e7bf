using MemoCoach.Contracts;
using MemoCoach.Evaluation.Domain.Jobs;

namespace MemoCoach.Evaluation.Application;

internal enum RetryOutcome
{
    Restarted,
    NotFailed,
    NotFound,
}

/// <summary>Puts a failed evaluation back in the queue at its writer's wish.</summary>
internal sealed class RetryEvaluation(IEvaluationStorage storage, JobSignal signal, TimeProvider clock)
{
    public Task<RetryOutcome> HandleAsync(Guid writerId, Guid submissionId, CancellationToken cancellationToken) => storage.WriteAsync(
        async (session, token) =>
        {
            var job = await session.FindJobAsync(submissionId, token);
            if (job is null)
            {
                var review = await session.FindReviewAsync(submissionId, token);
                return review?.WriterId == writerId ? RetryOutcome.NotFailed : RetryOutcome.NotFound;
            }

            if (job.WriterId != writerId)
            {
                return RetryOutcome.NotFound;
            }

            if (job.State != JobState.Failed)
            {
                return RetryOutcome.NotFailed;
            }

            job.Restart();
            session.Publish(new EvaluationRestarted(submissionId, writerId, clock.GetUtcMicroseconds()));
            session.AfterCommit(signal.Set);
            return RetryOutcome.Restarted;
        },
        cancellationToken);
}
