using System.Collections.Concurrent;
using MemoCoach.Messaging.Transport;

namespace MemoCoach.Messaging.Tests.Network;

/// <summary>What left the outboxes of a network.</summary>
public sealed class DeliveryLog
{
    private int _deliveries;

    public int Count => _deliveries;

    /// <summary>Fails the first delivery of every message once it is done, as a crash before the mark does.</summary>
    public bool ForgetsEveryFirstDelivery { get; set; }

    public ConcurrentDictionary<Guid, int> ByMessage { get; } = new();

    internal async Task NoteAsync(Guid messageId, Func<Task> deliver)
    {
        await deliver();
        Interlocked.Increment(ref _deliveries);
        if (ByMessage.AddOrUpdate(messageId, 1, (_, count) => count + 1) == 1 && ForgetsEveryFirstDelivery)
        {
            throw new IOException("The process died before it could note the delivery.");
        }
    }
}

/// <summary>The real transport, and a note of everything that it delivered.</summary>
internal sealed class LoggingTransport(IMessageTransport transport, DeliveryLog log) : IMessageTransport
{
    public Task WaitUntilReadyAsync(CancellationToken cancellationToken) => transport.WaitUntilReadyAsync(cancellationToken);

    public Task DeliverAsync(Guid messageId, object message, bool requiresConsumer, CancellationToken cancellationToken) =>
        log.NoteAsync(messageId, () => transport.DeliverAsync(messageId, message, requiresConsumer, cancellationToken));

    public Task PublishEphemeralAsync<TMessage>(TMessage message, CancellationToken cancellationToken)
        where TMessage : class => transport.PublishEphemeralAsync(message, cancellationToken);

    public Task<TResponse> RequestAsync<TRequest, TResponse>(TRequest request, TimeSpan timeout, CancellationToken cancellationToken)
        where TRequest : class
        where TResponse : class => transport.RequestAsync<TRequest, TResponse>(request, timeout, cancellationToken);
}
