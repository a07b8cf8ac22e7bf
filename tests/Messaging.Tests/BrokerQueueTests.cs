using System.Text;
using MemoCoach.Messaging.Parking;
using MemoCoach.Messaging.Tests.Network;
using MemoCoach.Storage;
using MemoCoach.TestKit;
using RabbitMQ.Client;

namespace MemoCoach.Messaging.Tests;

/// <summary>What lies in the broker's queues and should not: it ends up in the database, where people see it.</summary>
public sealed class BrokerQueueTests
{
    private const string Queue = "receiver-order-placed";
    private const string Known = "0199f3a0-0000-7000-8000-000000000001";

    /// <summary>What is put on the queue, one byte a character, and what it is called when it is parked.</summary>
    private static readonly (string Body, string Type)[] StrangeMessages =
    [
        ("\u00ff\u00fe not JSON at all \0", "unreadable"),
        ("", "unreadable"),
        ("null", "unreadable"),
        ("{\"messageType\":[17],\"message\":{}}", "unreadable"),
        ("{\"messageType\":[\"\\ud800\"],\"message\":{}}", "unreadable"),
        ($"{{\"messageType\":[\"urn:message:{new string('x', 500)}\"],\"message\":{{}}}}", "unreadable"),
        ("{\"messageType\":[\"urn:message:Some:\\u0000Thing\"],\"message\":{\"submissionId\":\"" + Known + "\"}}", "Some.\\u0000Thing"),
        ("{\"messageType\":[\"urn:message:Nobody.Knows:Me\"],\"message\":{\"submissionId\":\"" + Known + "\",\"a\":\"\\u0000\"}}", "Nobody.Knows.Me"),
        ("{\"messageType\":[\"urn:message:MemoCoach.Messaging.Tests.Network:OrderPlaced\"],\"message\":{\"submissionId\":7}}", typeof(OrderPlaced).FullName!),
    ];

    [Theory]
    [InlineData(StorageProvider.Sqlite)]
    [InlineData(StorageProvider.Postgres)]
    public async Task What_nobody_can_read_is_parked_and_the_service_lives_on(StorageProvider provider)
    {
        await using var network = await TestNetwork.CreateAsync(provider, MessagingTransport.RabbitMq);
        await network.StartAsync();

        await SendAsync(network, StrangeMessages.Select(message => message.Body));

        await Eventually.BecomesTrueAsync(
            async () => (await network.ParkedAsync()).Count == StrangeMessages.Length, TestNetwork.Limit, "all of it is parked");
        var parked = await network.ParkedAsync();
        parked.Select(message => message.Type).ShouldBe(StrangeMessages.Select(message => message.Type), ignoreOrder: true);
        parked.ShouldAllBe(message => message.Consumer == Queue && message.Error.Length > 0);
        parked.Count(message => message.SubmissionId == Guid.Parse(Known)).ShouldBe(2);
        foreach (var message in parked)
        {
            (await network.Host(Roles.Receiver).Parked.ReplayAsync(message.Id, default)).Status.ShouldBe(ReplayStatus.Failed);
        }

        (await network.ParkedAsync()).Count.ShouldBe(StrangeMessages.Length);
        await network.EveryOrderHasOneEffectAsync(await network.PlaceOrdersAsync(3));
    }

    [Fact]
    public async Task A_message_that_needs_a_consumer_is_kept_until_the_consuming_service_starts_for_the_first_time()
    {
        await using var network = await TestNetwork.CreateAsync(StorageProvider.Sqlite, MessagingTransport.RabbitMq);
        await network.StartAsync(Roles.Sender);
        var orders = await network.PlaceOrdersAsync(3);
        await network.Host(Roles.Sender).Sender.WriteAsync(
            (db, _) =>
            {
                db.Publish(new NoticeGiven(Guid.CreateVersion7()));
                return Task.CompletedTask;
            },
            default);

        await Eventually.BecomesTrueAsync(
            async () => await network.OutboxAsync() is { Count: 3 } rows && rows.All(row => row.Attempts >= 2),
            TestNetwork.Limit,
            "the notice is gone, the orders were tried and kept");
        (await network.OutboxAsync()).ShouldAllBe(row => row.LastError!.Contains("returned", StringComparison.OrdinalIgnoreCase));

        await network.StartAsync(Roles.Receiver);
        await network.EveryOrderHasOneEffectAsync(orders);
    }

    [Fact]
    public async Task Durable_queues_are_replicated_and_never_give_up_on_a_message_by_themselves()
    {
        await using var network = await TestNetwork.CreateAsync(StorageProvider.Sqlite, MessagingTransport.RabbitMq);
        await network.StartAsync();
        await network.Host(Roles.Receiver).Transport.WaitUntilReadyAsync(default).WaitAsync(TestNetwork.Limit);

        var virtualHost = new Uri(network.ConnectionString("messaging")).AbsolutePath.TrimStart('/');
        var queues = await (await RabbitMqServer.StartAsync()).Management.GetStringAsync($"api/queues/{virtualHost}/{Queue}");

        queues.ShouldContain("\"type\":\"quorum\"");
        queues.ShouldContain("\"durable\":true");
        queues.ShouldContain("\"x-delivery-limit\":1000000000");
    }

    [Fact]
    public async Task Listeners_hear_in_every_instance()
    {
        await using var network = await TestNetwork.CreateAsync(StorageProvider.Postgres, MessagingTransport.RabbitMq);
        await network.StartAsync();
        await network.StartAsync(Roles.Receiver);
        var bell = Guid.CreateVersion7();

        await Eventually.BecomesTrueAsync(
            async () =>
            {
                await network.Host(Roles.Sender).Ephemeral.PublishAsync(new BellRung(bell), default);
                return network.Script.Heard.Where(heard => heard.Id == bell).Select(heard => heard.Instance).Distinct().Count() == 2;
            },
            TestNetwork.Limit,
            "both instances heard the bell");
    }

    [Fact]
    public async Task Two_replicas_share_an_outbox_and_a_queue_and_nothing_is_published_twice()
    {
        await using var network = await TestNetwork.CreateAsync(StorageProvider.Postgres, MessagingTransport.RabbitMq);
        network.Settings["Messaging:RelayBatch"] = "10";
        await network.StartAsync();
        await network.StartAsync();

        var orders = await network.PlaceOrdersAsync(Soak.Count(400, 5_000));

        await network.EveryOrderHasOneEffectAsync(orders);
        network.Deliveries.Count.ShouldBe(orders.Count);
    }

    private static async Task SendAsync(TestNetwork network, IEnumerable<string> bodies)
    {
        var factory = new ConnectionFactory { Uri = new Uri(network.ConnectionString("messaging")) };
        await using var connection = await factory.CreateConnectionAsync();
        await using var channel = await connection.CreateChannelAsync(new CreateChannelOptions(true, true));
        await Eventually.BecomesTrueAsync(
            async () =>
            {
                await using var probe = await connection.CreateChannelAsync();
                return (await probe.QueueDeclarePassiveAsync(Queue)).QueueName == Queue;
            },
            TestNetwork.Limit,
            "the queue is there");
        foreach (var body in bodies)
        {
            await channel.BasicPublishAsync(
                "", Queue, mandatory: true, new BasicProperties { ContentType = "application/vnd.masstransit+json" }, Encoding.Latin1.GetBytes(body));
        }
    }
}
