using MemoCoach.Contracts;
using MemoCoach.Messaging;
using MemoCoach.Submissions.Application;

namespace MemoCoach.Submissions.Consumers;

internal sealed class EvaluationRestartedConsumer(RecordAnswer recordAnswer) : IConsumer<ISubmissionsSession, EvaluationRestarted>
{
    public Task ConsumeAsync(ISubmissionsSession session, EvaluationRestarted message, CancellationToken cancellationToken) =>
        recordAnswer.HandleAsync(session, message, cancellationToken);
}
