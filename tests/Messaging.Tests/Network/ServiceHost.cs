using MemoCoach.Contracts;
using MemoCoach.Messaging.Configuration;
using MemoCoach.Messaging.Parking;
using MemoCoach.Messaging.Transport;
using MemoCoach.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;

namespace MemoCoach.Messaging.Tests.Network;

[Flags]
public enum Roles
{
    None = 0,
    Sender = 1,
    Receiver = 2,

    /// <summary>Answers requests.</summary>
    Responder = 4,

    /// <summary>Follows a configuration document.</summary>
    Follower = 8,
}

/// <summary>One process of the network, composed as a service's Program composes it.</summary>
public sealed class ServiceHost : IAsyncDisposable
{
    public const string Document = "rubric";
    private readonly IHost _host;

    private ServiceHost(IHost host, Roles roles) => (_host, Roles) = (host, roles);

    public Roles Roles { get; }

    public bool IsRunning { get; private set; }

    public Database<SenderDbContext> Sender => _host.Services.GetRequiredService<Database<SenderDbContext>>();

    public Database<ReceiverDbContext> Receiver => _host.Services.GetRequiredService<Database<ReceiverDbContext>>();

    public ParkedMessages<ReceiverDbContext> Parked => _host.Services.GetRequiredService<ParkedMessages<ReceiverDbContext>>();

    public IEphemeralPublisher Ephemeral => _host.Services.GetRequiredService<IEphemeralPublisher>();

    public IConfigurationFeed Configuration => _host.Services.GetRequiredService<IConfigurationFeed>();

    internal IMessageTransport Transport => _host.Services.GetRequiredService<IMessageTransport>();

    public static ServiceHost Build(TestNetwork network, Roles roles, string name)
    {
        MessageTypes.Register(typeof(OrderPlaced));
        MessageTypes.Register(typeof(NoticeGiven));
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection(network.Configuration());
        builder.Services.AddSingleton(network.Script);
        builder.Services.AddSingleton(new Instance(name));
        if (roles.HasFlag(Roles.Sender))
        {
            builder.AddStorage<SenderDbContext, SqliteSenderDbContext, PostgresSenderDbContext>("sender");
            builder.AddServiceMessaging<SenderDbContext>("sender", _ => { });
        }

        if (roles.HasFlag(Roles.Receiver))
        {
            builder.AddStorage<ReceiverDbContext, SqliteReceiverDbContext, PostgresReceiverDbContext>("receiver");
            builder.AddServiceMessaging<ReceiverDbContext>("receiver", messaging =>
            {
                messaging.Consume<OrderPlaced, OrderPlacedConsumer>();
                messaging.Listen<BellRung, BellListener>();
                if (roles.HasFlag(Roles.Responder))
                {
                    messaging.Respond<PriceAsked, PriceNamed, PriceResponder>();
                    messaging.Respond<GetConfiguration, ConfigurationDocuments, ConfigurationResponder>();
                }

                if (roles.HasFlag(Roles.Follower))
                {
                    messaging.FollowConfiguration(Document);
                }
            });
        }

        builder.AddMessageBus();
        var transport = network.Transport == MessagingTransport.InMemory ? typeof(InProcessTransport) : typeof(RabbitMqTransport);
        builder.Services.AddSingleton<IMessageTransport>(
            services => new LoggingTransport((IMessageTransport)services.GetRequiredService(transport), network.Deliveries));
        return new ServiceHost(builder.Build(), roles);
    }

    public async Task StartAsync()
    {
        await _host.StartAsync();
        IsRunning = true;
    }

    public async Task<HealthReport> CheckHealthAsync() => await _host.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync();

    public async ValueTask DisposeAsync()
    {
        if (IsRunning)
        {
            IsRunning = false;
            await _host.StopAsync();
        }

        await ((IAsyncDisposable)_host).DisposeAsync();
    }
}

/// <summary>Answers with whatever revision the test has put in force.</summary>
public sealed class ConfigurationResponder : IResponder<GetConfiguration, ConfigurationDocuments>
{
    public static ConfigRevisionPublished? InForce { get; set; }

    public Task<ConfigurationDocuments> RespondAsync(GetConfiguration request, CancellationToken cancellationToken) =>
        Task.FromResult(new ConfigurationDocuments(InForce is { } document ? [document] : []));
}
