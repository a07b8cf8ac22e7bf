using MemoCoach.Contracts;
using MemoCoach.Evaluation.Domain;
using MemoCoach.Evaluation.Domain.Jobs;
using Microsoft.Extensions.Options;

namespace MemoCoach.Evaluation.Application;

/// <summary>A job in the hands of a worker.</summary>
internal sealed record LeasedJob(Guid SubmissionId, Guid WriterId, Guid AttemptId, string Title, string Text, string? Language);

/// <summary>
/// Takes jobs for this process. The attempt is written down in the same transaction, before any work, so that a crash
/// leaves a trace and a memo that brings the process down is given up after a few tries.
/// </summary>
internal sealed class LeaseJobs(
    IEvaluationStorage storage, IMemoEvaluator evaluator, IOptions<EvaluationOptions> options, TimeProvider clock)
{
    public Task<List<LeasedJob>> HandleAsync(int limit, CancellationToken cancellationToken) => storage.WriteAsync(
        async (session, token) =>
        {
            var now = clock.GetUtcMicroseconds();
            var leased = new List<LeasedJob>();
            var abandoned = 0;
            foreach (var job in await session.TakeJobsAsync(now, limit, token))
            {
                if (job is { State: JobState.Leased, AttemptId: { } attempt })
                {
                    // Jobs are begun in their order. Of those that a dead process held, only as many as it has workers
                    // can have been under way; the others waited for their turn and had no part in its death.
                    if (abandoned++ < options.Value.Workers)
                    {
                        job.NoteInterruption();
                    }

                    await session.EndAttemptAsync(attempt, AttemptOutcome.Interrupted, now, token);
                }

                if (job.Interruptions > options.Value.MaxInterruptions)
                {
                    GiveUp(session, job, now);
                }
                else
                {
                    leased.Add(Lease(session, job, now));
                }
            }

            return leased;
        },
        cancellationToken);

    private static void GiveUp(IEvaluationSession session, EvaluationJob job, DateTimeOffset now)
    {
        const string Code = "interrupted";
        const string Reason = "The review was interrupted several times. You can ask for it again.";
        job.Fail(Code, Reason, now);
        session.Publish(new EvaluationFailed(job.SubmissionId, job.WriterId, Code, Reason, now));
    }

    private LeasedJob Lease(IEvaluationSession session, EvaluationJob job, DateTimeOffset now)
    {
        var attempt = new EvaluationAttempt
        {
            Id = Guid.CreateVersion7(now),
            SubmissionId = job.SubmissionId,
            Evaluator = evaluator.Name,
            StartedAt = now,
        };
        session.Add(attempt);
        job.Lease(attempt.Id, now + options.Value.LeaseDuration);
        return new LeasedJob(job.SubmissionId, job.WriterId, attempt.Id, job.Title, job.Text, job.Language);
    }
}
