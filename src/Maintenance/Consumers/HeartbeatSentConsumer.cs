using MemoCoach.Contracts;
using MemoCoach.Maintenance.Application;
using MemoCoach.Messaging;

namespace MemoCoach.Maintenance.Consumers;

internal sealed class HeartbeatSentConsumer(RecordHeartbeat record) : IConsumer<IHeartbeatSession, HeartbeatSent>
{
    public Task ConsumeAsync(IHeartbeatSession session, HeartbeatSent message, CancellationToken cancellationToken) =>
        record.RunAsync(session, message, cancellationToken);
}
