namespace MemoCoach.Messaging;

/// <summary>
/// Handles a message exactly once: what it does through <typeparamref name="TSession"/> is committed together with the
/// note that the message was handled.
/// </summary>
/// <typeparam name="TSession">
/// The service's own port to its data, or its context. A unit of work may be run again, so nothing else is touched.
/// </typeparam>
public interface IConsumer<in TSession, in TMessage>
    where TMessage : class
{
    /// <summary>Throw to have the message tried again and, in the end, parked.</summary>
    Task ConsumeAsync(TSession session, TMessage message, CancellationToken cancellationToken);
}

/// <summary>Hears a message in every running instance, at most once, without any trace in a database.</summary>
public interface IListener<in TMessage>
    where TMessage : class
{
    Task HearAsync(TMessage message, CancellationToken cancellationToken);
}

/// <summary>Answers a request over the bus.</summary>
public interface IResponder<in TRequest, TResponse>
    where TRequest : class
    where TResponse : class
{
    Task<TResponse> RespondAsync(TRequest request, CancellationToken cancellationToken);
}

/// <summary>Publishes what is worth something only now, past the outbox.</summary>
public interface IEphemeralPublisher
{
    /// <exception cref="TransportUnavailableException">The message could not be handed over.</exception>
    Task PublishAsync<TMessage>(TMessage message, CancellationToken cancellationToken)
        where TMessage : class;
}

/// <summary>The broker cannot take or answer a message now.</summary>
public sealed class TransportUnavailableException(string message, Exception? innerException = null)
    : Exception(message, innerException);
