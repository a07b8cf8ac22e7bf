using MemoCoach.Contracts;
using MemoCoach.Messaging;
using MemoCoach.Submissions.Application;

namespace MemoCoach.Submissions.Consumers;

internal sealed class MemoEvaluatedConsumer(RecordAnswer recordAnswer) : IConsumer<ISubmissionsSession, MemoEvaluated>
{
    public Task ConsumeAsync(ISubmissionsSession session, MemoEvaluated message, CancellationToken cancellationToken) =>
        recordAnswer.HandleAsync(session, message, cancellationToken);
}
