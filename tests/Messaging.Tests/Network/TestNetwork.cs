using MemoCoach.Messaging.Outbox;
using MemoCoach.Messaging.Parking;
using MemoCoach.Storage;
using MemoCoach.TestKit;
using Microsoft.EntityFrameworkCore;

namespace MemoCoach.Messaging.Tests.Network;

/// <summary>
/// Two services with databases of their own, a sender and a receiver: in one process where messages stay in the process,
/// in a host each where they travel over RabbitMQ.
/// </summary>
public sealed class TestNetwork : IAsyncDisposable
{
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    private readonly TempFolder _folder = new("network");
    private readonly List<ServiceHost> _hosts = [];
    private readonly Dictionary<string, string> _connectionStrings = [];

    private TestNetwork(StorageProvider provider, MessagingTransport transport) => (Provider, Transport) = (provider, transport);

    public StorageProvider Provider { get; }

    public MessagingTransport Transport { get; }

    public Script Script { get; } = new();

    /// <summary>Counts every delivery of every host; may be told to fail after one.</summary>
    public DeliveryLog Deliveries { get; } = new();

    /// <summary>Settings that win over the network's own.</summary>
    public Dictionary<string, string?> Settings { get; } = [];

    public static async Task<TestNetwork> CreateAsync(StorageProvider provider, MessagingTransport transport, RabbitMqServer? broker = null)
    {
        var network = new TestNetwork(provider, transport);
        foreach (var service in (string[])["sender", "receiver"])
        {
            network._connectionStrings[service] = provider == StorageProvider.Sqlite
                ? $"Data Source={network._folder.Combine(service + ".db")}"
                : await (await PostgresServer.StartAsync()).CreateDatabaseAsync();
        }

        if (transport == MessagingTransport.RabbitMq)
        {
            network._connectionStrings["messaging"] = await (broker ?? await RabbitMqServer.StartAsync()).CreateVirtualHostAsync();
        }

        return network;
    }

    public string ConnectionString(string name) => _connectionStrings[name];

    /// <summary>Starts everything that is needed for a message to reach its consumer.</summary>
    public async Task StartAsync()
    {
        if (Transport == MessagingTransport.InMemory)
        {
            await StartAsync(Roles.Sender | Roles.Receiver);
        }
        else
        {
            await StartAsync(Roles.Sender);
            await StartAsync(Roles.Receiver);
        }
    }

    public async Task<ServiceHost> StartAsync(Roles roles)
    {
        var host = ServiceHost.Build(this, roles, $"instance-{_hosts.Count + 1}");
        _hosts.Add(host);
        await host.StartAsync();
        return host;
    }

    public ServiceHost Host(Roles role) => _hosts.Last(host => host.IsRunning && host.Roles.HasFlag(role));

    public async Task StopAsync()
    {
        foreach (var host in _hosts)
        {
            await host.DisposeAsync();
        }
    }

    public IDictionary<string, string?> Configuration()
    {
        var configuration = _connectionStrings.ToDictionary(entry => $"ConnectionStrings:{entry.Key}", entry => (string?)entry.Value);
        configuration["Storage:Provider"] = Provider.ToString();
        configuration["Storage:BusyTimeout"] = "00:00:00.200";
        configuration["Messaging:Transport"] = Transport.ToString();
        configuration["Messaging:RelayInterval"] = "00:00:00.100";
        configuration["Messaging:RelayRetryLimit"] = "00:00:00.500";
        configuration["Messaging:ConsumerAttempts"] = "3";
        configuration["Messaging:ConsumerRetryDelay"] = "00:00:00.010";
        configuration["Messaging:DrainInterval"] = "00:00:00.200";
        configuration["Messaging:RequestTimeout"] = "00:00:03";
        foreach (var (setting, value) in Settings)
        {
            configuration[setting] = value;
        }

        return configuration;
    }

    /// <summary>Commits orders in the sender, several at once, and returns their ids.</summary>
    public async Task<List<Guid>> PlaceOrdersAsync(int count)
    {
        var database = Host(Roles.Sender).Sender;
        var ids = Enumerable.Range(0, count).Select(_ => Guid.CreateVersion7()).ToList();
        await Parallel.ForEachAsync(ids, async (id, token) => await PlaceAsync(database, id));
        return ids;
    }

    public static Task PlaceAsync(Database<SenderDbContext> database, Guid id) => database.WriteAsync(
        (db, _) =>
        {
            db.Publish(new OrderPlaced(id, $"Größe 🧭 {id}"));
            return Task.CompletedTask;
        },
        default);

    /// <summary>Waits until every order has its effect, and finds that it has it once.</summary>
    public async Task EveryOrderHasOneEffectAsync(IReadOnlyCollection<Guid> orders, TimeSpan? limit = null)
    {
        var effects = new List<Guid>();
        try
        {
            await Eventually.BecomesTrueAsync(
                async () => (effects = await EffectsAsync()).Distinct().Count() >= orders.Count && await OutboxCountAsync() == 0,
                limit ?? Limit,
                $"{orders.Count} orders have their effects");
        }
        catch (TimeoutException failure)
        {
            throw new TimeoutException(
                $"{failure.Message}; there are {effects.Count}, and in the outbox {string.Join(", ", (await OutboxAsync()).Take(3).Select(row => row.LastError))}", failure);
        }

        effects.Order().ShouldBe(orders.Order());
    }

    public Task<List<Guid>> EffectsAsync() => Host(Roles.Receiver).Receiver.ReadAsync(
        (db, token) => db.Effects.Select(effect => effect.OrderId).ToListAsync(token), default);

    public Task<List<OutboxMessage>> OutboxAsync() => Host(Roles.Sender).Sender.ReadAsync(
        (db, token) => db.Set<OutboxMessage>().ToListAsync(token), default);

    public async Task<int> OutboxCountAsync() => (await OutboxAsync()).Count;

    public Task<List<ParkedMessage>> ParkedAsync() => Host(Roles.Receiver).Parked.ListAsync(100, default);

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _folder.Dispose();
    }
}
