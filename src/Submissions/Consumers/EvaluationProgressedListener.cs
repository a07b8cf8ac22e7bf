using MemoCoach.Contracts;
using MemoCoach.Messaging;
using MemoCoach.Submissions.Application;

namespace MemoCoach.Submissions.Consumers;

internal sealed class EvaluationProgressedListener(SubmissionChanges changes) : IListener<EvaluationProgressed>
{
    public Task HearAsync(EvaluationProgressed message, CancellationToken cancellationToken)
    {
        changes.Announce(message.SubmissionId, new EvaluationProgress(message.Stage, message.QueuePosition));
        return Task.CompletedTask;
    }
}
