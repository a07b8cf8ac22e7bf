using MassTransit;
using MassTransit.Mediator;

namespace MemoCoach.Messaging.Transport;

/// <summary>
/// Messages within one process, by MassTransit's mediator: it awaits its consumers and throws what they throw, so a
/// message counts as delivered exactly when every consumer has committed.
/// </summary>
internal sealed class InProcessTransport(IMediator mediator, IEnumerable<ServiceMessaging> services) : IMessageTransport, IEphemeralPublisher
{
    private readonly HashSet<Type> _consumed =
        services.SelectMany(service => service.Consumers).Select(subscription => subscription.Message).ToHashSet();

    public Task WaitUntilReadyAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task DeliverAsync(Guid messageId, object message, bool requiresConsumer, CancellationToken cancellationToken)
    {
        if (requiresConsumer && !_consumed.Contains(message.GetType()))
        {
            throw new TransportUnavailableException(
                $"Nothing in this process consumes {message.GetType().Name}. A service that runs alone needs Messaging__Transport=RabbitMq.");
        }

        return mediator.Publish(
            message, message.GetType(), Pipe.Execute<PublishContext>(context => context.MessageId = messageId), cancellationToken);
    }

    public async Task PublishEphemeralAsync<TMessage>(TMessage message, CancellationToken cancellationToken)
        where TMessage : class
    {
        try
        {
            await mediator.Publish(message, cancellationToken);
        }
#pragma warning disable CA1031 // a broker would not pass on what its consumers throw either
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            throw new TransportUnavailableException($"{typeof(TMessage).Name} was not handled: {exception.Message}", exception);
        }
    }

    public Task PublishAsync<TMessage>(TMessage message, CancellationToken cancellationToken)
        where TMessage : class =>
        PublishEphemeralAsync(message, cancellationToken);

    public async Task<TResponse> RequestAsync<TRequest, TResponse>(TRequest request, TimeSpan timeout, CancellationToken cancellationToken)
        where TRequest : class
        where TResponse : class
    {
        try
        {
            var client = mediator.CreateRequestClient<TRequest>(timeout);
            return (await client.GetResponse<TResponse>(request, cancellationToken)).Message;
        }
#pragma warning disable CA1031 // the same as over a broker: whatever happened, there is no answer
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            throw new TransportUnavailableException($"{typeof(TRequest).Name} was not answered.", exception);
        }
    }
}
