using MassTransit;
using MemoCoach.Storage;

namespace MemoCoach.Messaging.Transport;

/// <summary>The queues of one service.</summary>
internal static class RabbitMqTopology
{
    /// <summary>
    /// RabbitMQ 4 drops a message from a quorum queue after 20 returns, and every restart of a service returns what it
    /// held. Giving up is the consumer's own decision, so the broker's limit is put out of reach.
    /// </summary>
    private const int DeliveryLimit = 1_000_000_000;

    public static void Declare(
        IRabbitMqBusFactoryConfigurator rabbit, IBusRegistrationContext context, ServiceMessaging service, MessagingOptions options)
    {
        foreach (var consumer in service.Consumers)
        {
            rabbit.ReceiveEndpoint(consumer.Queue, endpoint =>
            {
                if (options.QuorumQueues)
                {
                    endpoint.SetQuorumQueue();
                    endpoint.SetQueueArgument("x-delivery-limit", DeliveryLimit);
                }

                // The consumer's own attempts and parking come first; what reaches this line is a database that is away,
                // and for that the message waits, unacknowledged, as long as it takes.
                endpoint.UseMessageRetry(retry =>
                {
                    retry.Handle<StorageUnavailableException>();
                    retry.Exponential(int.MaxValue, TimeSpan.FromMilliseconds(200), TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(1));
                });
                endpoint.ConfigureConsumer(context, consumer.Adapter);
            });
        }

        foreach (var responder in service.Responders)
        {
            rabbit.ReceiveEndpoint(responder.Queue, endpoint =>
            {
                endpoint.Durable = false;
                endpoint.AutoDelete = true;
                DropFailures(endpoint);
                endpoint.ConfigureConsumer(context, responder.Adapter);
            });
        }

        if (service.Listeners.Count > 0)
        {
            rabbit.ReceiveEndpoint(new TemporaryEndpointDefinition(service.Service), endpoint =>
            {
                DropFailures(endpoint);
                foreach (var listener in service.Listeners)
                {
                    endpoint.ConfigureConsumer(context, listener.Adapter);
                }
            });
        }
    }

    /// <summary>Who asked is told of a failure and asks again; nobody would ever look into an error queue of these.</summary>
    private static void DropFailures(IRabbitMqReceiveEndpointConfigurator endpoint)
    {
        endpoint.DiscardFaultedMessages();
        endpoint.DiscardSkippedMessages();
    }
}
