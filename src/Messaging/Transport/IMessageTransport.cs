namespace MemoCoach.Messaging.Transport;

/// <summary>Carries messages out of this process, or across it.</summary>
internal interface IMessageTransport
{
    /// <summary>Ends when the transport's topology is declared, so that nothing is published to nowhere.</summary>
    Task WaitUntilReadyAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Returns only when delivery is certain: confirmed by the broker, or, in process, committed by every consumer.
    /// </summary>
    /// <exception cref="TransportUnavailableException">It is not certain; deliver again.</exception>
    Task DeliverAsync(Guid messageId, object message, bool requiresConsumer, CancellationToken cancellationToken);

    Task PublishEphemeralAsync<TMessage>(TMessage message, CancellationToken cancellationToken)
        where TMessage : class;

    Task<TResponse> RequestAsync<TRequest, TResponse>(TRequest request, TimeSpan timeout, CancellationToken cancellationToken)
        where TRequest : class
        where TResponse : class;
}
