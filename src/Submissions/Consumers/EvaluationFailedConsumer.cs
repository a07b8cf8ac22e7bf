using MemoCoach.Contracts;
using MemoCoach.Messaging;
using MemoCoach.Submissions.Application;

namespace MemoCoach.Submissions.Consumers;

internal sealed class EvaluationFailedConsumer(RecordAnswer recordAnswer) : IConsumer<ISubmissionsSession, EvaluationFailed>
{
    public Task ConsumeAsync(ISubmissionsSession session, EvaluationFailed message, CancellationToken cancellationToken) =>
        recordAnswer.HandleAsync(session, message, cancellationToken);
}
