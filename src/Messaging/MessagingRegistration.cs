using MassTransit;
using MemoCoach.Contracts;
using MemoCoach.Messaging.Configuration;
using MemoCoach.Messaging.Inbox;
using MemoCoach.Messaging.Outbox;
using MemoCoach.Messaging.Parking;
using MemoCoach.Messaging.Transport;
using MemoCoach.ServiceDefaults;
using MemoCoach.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;

namespace MemoCoach.Messaging;

public static class MessagingRegistration
{
    /// <summary>Name of the broker's connection string.</summary>
    public const string ConnectionName = "messaging";

    /// <summary>Says what a service consumes, hears and answers, and gives it an outbox in its own database.</summary>
    public static IHostApplicationBuilder AddServiceMessaging<TContext>(
        this IHostApplicationBuilder builder, string service, Action<ServiceMessaging> configure)
        where TContext : ServiceDbContext
    {
        var messaging = new ServiceMessaging(builder.Services, service, typeof(TContext));
        configure(messaging);
        builder.Services.AddSingleton(messaging);
        builder.Services.AddSingleton(provider => new ParkedMessages<TContext>(
            provider.GetRequiredService<Database<TContext>>(),
            provider.GetServices<IConsumerDelivery>().Where(
                consumer => messaging.Consumers.Any(subscription => subscription.Queue == consumer.Queue))));
        builder.Services.AddHostedService<OutboxRelay<TContext>>();
        builder.Services.AddHostedService<OutboxMetrics<TContext>>();
        return builder;
    }

    /// <summary>
    /// Connects this process's services. Called by hosts, once, after all services were added: there is one bus in a
    /// process, and it wants to know every consumer when it is made.
    /// </summary>
    public static IHostApplicationBuilder AddMessageBus(this IHostApplicationBuilder builder)
    {
        var options = builder.AddSettings<MessagingOptions>(MessagingOptions.Section);
        builder.Services.TryAddSingleton(TimeProvider.System);
        FollowConfiguration(builder.Services);

        var services = ServicesOf(builder.Services);
        switch (options.Transport)
        {
            case MessagingTransport.InMemory:
                AddInProcess(builder.Services, services);
                break;
            case MessagingTransport.RabbitMq:
                AddRabbitMq(builder.Services, services, options, BrokerAddress(builder.Configuration));
                break;
            default:
                throw new SettingsException($"{MessagingOptions.Section}:Transport", "it can be InMemory or RabbitMq.");
        }

        return builder;
    }

    internal static Uri BrokerAddress(IConfiguration configuration)
    {
        var address = configuration.GetConnectionString(ConnectionName)
            ?? throw new SettingsException($"ConnectionStrings:{ConnectionName}", "it is missing: Messaging:Transport is RabbitMq, so a broker is needed.");
        return Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "amqp" or "amqps"
            ? uri
            : throw new SettingsException($"ConnectionStrings:{ConnectionName}", "it must be an address of the form amqp://user:password@host:5672/vhost.");
    }

    private static ServiceMessaging[] ServicesOf(IServiceCollection services) =>
        [.. services.Where(descriptor => descriptor.ServiceType == typeof(ServiceMessaging))
            .Select(descriptor => (ServiceMessaging)descriptor.ImplementationInstance!)];

    private static void FollowConfiguration(IServiceCollection services)
    {
        if (ServicesOf(services).FirstOrDefault(service => service.FollowedDocuments.Count > 0) is not { } follower)
        {
            return;
        }

        follower.Listen<ConfigRevisionPublished, ConfigRevisionListener>();
        services.AddSingleton<ConfigurationFeed>();
        services.AddSingleton<IConfigurationFeed>(provider => provider.GetRequiredService<ConfigurationFeed>());
        services.AddHostedService(provider => provider.GetRequiredService<ConfigurationFeed>());
    }

    private static void AddInProcess(IServiceCollection services, ServiceMessaging[] messaging)
    {
        services.AddMediator(mediator =>
        {
            foreach (var subscription in messaging.SelectMany(AllOf))
            {
                mediator.AddConsumer(subscription.Adapter);
            }
        });
        services.AddSingleton<InProcessTransport>();
        services.AddSingleton<IMessageTransport>(provider => provider.GetRequiredService<InProcessTransport>());
        services.AddSingleton<IEphemeralPublisher>(provider => provider.GetRequiredService<InProcessTransport>());
    }

    private static void AddRabbitMq(IServiceCollection services, ServiceMessaging[] messaging, MessagingOptions options, Uri broker)
    {
        services.AddMassTransit(bus =>
        {
            bus.DisableUsageTelemetry();
            bus.ConfigureHealthCheckOptions(health =>
            {
                // A service without its broker still accepts work, so nobody may take it out of rotation.
                health.MinimalFailureStatus = HealthStatus.Degraded;
                foreach (var service in messaging)
                {
                    health.Tags.Add(service.Service);
                }
            });
            foreach (var subscription in messaging.SelectMany(AllOf))
            {
                bus.AddConsumer(subscription.Adapter);
            }

            bus.UsingRabbitMq((context, rabbit) =>
            {
                rabbit.Host(broker);
                rabbit.PrefetchCount = options.Prefetch;
                foreach (var service in messaging)
                {
                    RabbitMqTopology.Declare(rabbit, context, service, options);
                }
            });
        });

        // A service starts, and accepts work, while its broker is away.
        services.Configure<MassTransitHostOptions>(host =>
        {
            host.WaitUntilStarted = false;

            // What waits for its database to come back does not hold up a stop; the broker keeps it for the next start.
            host.ConsumerStopTimeout = TimeSpan.FromSeconds(5);
            host.StopTimeout = TimeSpan.FromSeconds(20);
        });
        services.AddSingleton<RabbitMqTransport>();
        services.AddSingleton<IMessageTransport>(provider => provider.GetRequiredService<RabbitMqTransport>());
        services.AddSingleton<IEphemeralPublisher>(provider => provider.GetRequiredService<RabbitMqTransport>());
        services.AddHostedService<RabbitMqDrain>();
    }

    private static IEnumerable<ServiceMessaging.Subscription> AllOf(ServiceMessaging service) =>
        [.. service.Consumers, .. service.Listeners, .. service.Responders];
}
