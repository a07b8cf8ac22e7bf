using MemoCoach.Contracts;
using MemoCoach.Evaluation.Application;
using MemoCoach.Messaging;

namespace MemoCoach.Evaluation.Consumers;

internal sealed class MemoSubmittedConsumer(AcceptMemo acceptMemo) : IConsumer<IEvaluationSession, MemoSubmitted>
{
    public Task ConsumeAsync(IEvaluationSession session, MemoSubmitted message, CancellationToken cancellationToken) =>
        acceptMemo.HandleAsync(session, message, cancellationToken);
}
