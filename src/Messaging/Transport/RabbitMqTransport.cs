using System.Diagnostics;
using MassTransit;
using Microsoft.Extensions.Options;

namespace MemoCoach.Messaging.Transport;

/// <summary>Messages through a RabbitMQ broker: confirmed publishes, <c>mandatory</c> where somebody must consume.</summary>
internal sealed class RabbitMqTransport(IBusControl bus, IOptions<MessagingOptions> options) : IMessageTransport, IEphemeralPublisher
{
    public async Task WaitUntilReadyAsync(CancellationToken cancellationToken)
    {
        // The bus is healthy once every receive endpoint has declared its queue and its bindings.
        while (bus.CheckHealth().Status != BusHealthStatus.Healthy)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(250), cancellationToken);
        }
    }

    public Task DeliverAsync(Guid messageId, object message, bool requiresConsumer, CancellationToken cancellationToken) =>
        GuardAsync(
            message.GetType(),
            options.Value.DeliveryTimeout,
            token => bus.Publish(
                message,
                message.GetType(),
                Pipe.Execute<PublishContext>(context =>
                {
                    context.MessageId = messageId;
                    context.Durable = true;
                    if (Activity.Current?.Id is { } traceParent)
                    {
                        context.Headers.Set(MessageTrace.Header, traceParent);
                    }

                    if (requiresConsumer && context.TryGetPayload(out RabbitMqSendContext? rabbit))
                    {
                        rabbit.Mandatory = true;
                    }
                }),
                token),
            cancellationToken);

    public Task PublishEphemeralAsync<TMessage>(TMessage message, CancellationToken cancellationToken)
        where TMessage : class =>
        GuardAsync(
            typeof(TMessage),
            options.Value.RequestTimeout,
            token => bus.Publish(message, context => context.Durable = false, token),
            cancellationToken);

    public Task PublishAsync<TMessage>(TMessage message, CancellationToken cancellationToken)
        where TMessage : class =>
        PublishEphemeralAsync(message, cancellationToken);

    public async Task<TResponse> RequestAsync<TRequest, TResponse>(TRequest request, TimeSpan timeout, CancellationToken cancellationToken)
        where TRequest : class
        where TResponse : class
    {
        TResponse? response = null;
        await GuardAsync(
            typeof(TRequest),
            timeout,
            async token => response = (await bus.CreateRequestClient<TRequest>(timeout).GetResponse<TResponse>(request, token)).Message,
            cancellationToken);
        return response!;
    }

    /// <summary>A broker that is away makes calls wait or throw in many ways; callers see one.</summary>
    private static async Task GuardAsync(
        Type message, TimeSpan timeout, Func<CancellationToken, Task> call, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(timeout);
        try
        {
            await call(limit.Token);
        }
#pragma warning disable CA1031 // the client library throws several unrelated types when the broker is away
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            throw new TransportUnavailableException($"RabbitMQ did not take {message.Name}: {exception.Message}", exception);
        }
    }
}
