using MemoCoach.Contracts;
using MemoCoach.Evaluation.Application;
using MemoCoach.Messaging;

namespace MemoCoach.Evaluation.Consumers;

internal sealed class SubmissionDeletedConsumer : IConsumer<IEvaluationSession, SubmissionDeleted>
{
    public Task ConsumeAsync(IEvaluationSession session, SubmissionDeleted message, CancellationToken cancellationToken) =>
        session.EraseAsync(message.SubmissionId, message.DeletedAt, cancellationToken);
}
