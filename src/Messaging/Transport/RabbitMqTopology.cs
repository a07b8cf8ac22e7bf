using MassTransit;
using MemoCoach.Storage;

namespace MemoCoach.Messaging.Transport;

/// <summary>The queues of one service.</summary>
internal static class RabbitMqTopology
{
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
                endpoint.ConfigureConsumer(context, responder.Adapter);
            });
        }

        if (service.Listeners.Count > 0)
        {
            rabbit.ReceiveEndpoint(new TemporaryEndpointDefinition(service.Service), endpoint =>
            {
                foreach (var listener in service.Listeners)
                {
                    endpoint.ConfigureConsumer(context, listener.Adapter);
                }
            });
        }
    }
}
