using System.Diagnostics;
using MemoCoach.Messaging.Outbox;
using MemoCoach.Messaging.Parking;
using MemoCoach.Messaging.Tests.Network;
using MemoCoach.Storage;
using MemoCoach.TestKit;
using Microsoft.EntityFrameworkCore;

namespace MemoCoach.Messaging.Tests;

/// <summary>Nothing lost and nothing done twice, on every engine and every transport.</summary>
public abstract class DeliveryTests(StorageProvider provider, MessagingTransport transport)
{
    protected static readonly TimeSpan Limit = TestNetwork.Limit;

    [Fact]
    public async Task Every_message_has_its_effect_once()
    {
        await using var network = await StartAsync();

        var orders = await network.PlaceOrdersAsync(Soak.Count(60, 2_000));

        await network.EveryOrderHasOneEffectAsync(orders);
        network.Deliveries.Count.ShouldBe(orders.Count);
        (await network.ParkedAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_message_of_a_transaction_that_failed_is_never_sent()
    {
        await using var network = await StartAsync();

        await Should.ThrowAsync<FormatException>(() => network.Host(Roles.Sender).Sender.WriteAsync(
            (db, _) =>
            {
                db.Publish(new OrderPlaced(Guid.CreateVersion7(), ""));
                throw new FormatException();
            },
            default));

        var orders = await network.PlaceOrdersAsync(1);
        await network.EveryOrderHasOneEffectAsync(orders);
    }

    [Fact]
    public async Task A_message_survives_a_crash_between_commit_and_publish()
    {
        await using var network = await CreateAsync();
        var orders = Enumerable.Range(0, 20).Select(_ => Guid.CreateVersion7()).ToList();
        await using (var dying = ServiceHost.Build(network, Roles.Sender, "dies before its relay runs"))
        {
            await dying.Sender.MigrateAsync(default);
            await Task.WhenAll(orders.Select(order => TestNetwork.PlaceAsync(dying.Sender, order)));
        }

        network.Deliveries.Count.ShouldBe(0);
        await network.StartAsync();

        await network.EveryOrderHasOneEffectAsync(orders);
    }

    [Fact]
    public async Task A_message_that_was_published_but_not_marked_is_published_again_and_handled_once()
    {
        await using var network = await CreateAsync();
        network.Deliveries.ForgetsEveryFirstDelivery = true;
        await network.StartAsync();

        var orders = await network.PlaceOrdersAsync(20);

        await network.EveryOrderHasOneEffectAsync(orders);
        network.Deliveries.ByMessage.Values.ShouldAllBe(deliveries => deliveries == 2);
    }

    [Fact]
    public async Task A_process_that_stops_in_the_middle_of_a_consumer_leaves_no_half_effect_and_does_it_after_its_restart()
    {
        await using var network = await CreateAsync();
        var inTheMiddle = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        network.Script.InTheMiddle = async (_, token) =>
        {
            inTheMiddle.TrySetResult();
            await Task.Delay(Timeout.Infinite, token);
        };
        await network.StartAsync();
        var orders = await network.PlaceOrdersAsync(1);
        await inTheMiddle.Task.WaitAsync(Limit);

        await network.StopAsync().WaitAsync(Limit);

        network.Script.InTheMiddle = (_, _) => Task.CompletedTask;
        await network.StartAsync();
        await network.EveryOrderHasOneEffectAsync(orders);
        (await network.ParkedAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_consumer_that_fails_for_a_moment_is_tried_again()
    {
        await using var network = await CreateAsync();
        network.Script.InTheMiddle = (message, _) =>
            network.Script.Attempts[message.SubmissionId] < 3 ? throw new TimeoutException("Not yet.") : Task.CompletedTask;
        await network.StartAsync();

        var orders = await network.PlaceOrdersAsync(5);

        await network.EveryOrderHasOneEffectAsync(orders);
        network.Script.Attempts.Values.ShouldAllBe(attempts => attempts == 3);
        (await network.ParkedAsync()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_poison_message_is_parked_while_others_flow_and_is_replayed_once_it_can_be_handled(bool throwsCancellation)
    {
        await using var network = await CreateAsync();
        Guid? poison = null;
        network.Script.InTheMiddle = (message, _) => message.SubmissionId == poison
            ? throw (throwsCancellation ? new OperationCanceledException("poison") : new FormatException("poison \0 \ud800"))
            : Task.CompletedTask;
        await network.StartAsync();
        poison = Guid.CreateVersion7();
        await TestNetwork.PlaceAsync(network.Host(Roles.Sender).Sender, poison.Value);

        var orders = await network.PlaceOrdersAsync(30);

        await network.EveryOrderHasOneEffectAsync(orders);
        var parked = await Eventually.FindsAsync(async () => (await network.ParkedAsync()).SingleOrDefault(), Limit, "the poison is parked");
        parked.Consumer.ShouldBe("receiver-order-placed");
        parked.Type.ShouldBe(typeof(OrderPlaced).FullName);
        parked.SubmissionId.ShouldBe(poison);
        parked.Error.ShouldContain("poison");
        network.Script.Attempts[poison.Value].ShouldBe(3);

        var still = await network.Host(Roles.Receiver).Parked.ReplayAsync(parked.Id, default);
        still.Status.ShouldBe(ReplayStatus.Failed);
        (await network.ParkedAsync()).ShouldHaveSingleItem().Replays.ShouldBe(1);

        poison = null;
        var mended = await network.Host(Roles.Receiver).Parked.ReplayAsync(parked.Id, default);
        mended.Status.ShouldBe(ReplayStatus.Handled);
        (await network.ParkedAsync()).ShouldBeEmpty();
        (await network.Host(Roles.Receiver).Parked.ReplayAsync(parked.Id, default)).Status.ShouldBe(ReplayStatus.NotFound);
        await network.EveryOrderHasOneEffectAsync([.. orders, parked.SubmissionId!.Value]);
    }

    [Fact]
    public async Task While_the_consumers_database_is_away_its_messages_wait_and_are_not_parked()
    {
        await using var network = await StartAsync();
        await network.EveryOrderHasOneEffectAsync(await network.PlaceOrdersAsync(1));
        var before = await network.EffectsAsync();

        List<Guid> orders;
        await using (await ReceiverDatabase.TakeAwayAsync(network))
        {
            orders = await network.PlaceOrdersAsync(10);
            await Should.ThrowAsync<StorageUnavailableException>(() => network.Host(Roles.Receiver).Receiver.WriteAsync(
                (db, _) => Task.FromResult(db.Add(new Effect { OrderId = Guid.Empty })), default));
        }

        await network.EveryOrderHasOneEffectAsync([.. before, .. orders]);
        (await network.ParkedAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_trace_of_a_request_runs_through_the_outbox_to_the_consumer()
    {
        await using var network = await StartAsync();
        var traces = new Dictionary<Guid, string?>();
        for (var request = 0; request < 5; request++)
        {
            using var activity = new Activity("request").SetIdFormat(ActivityIdFormat.W3C).Start();
            traces.Add((await network.PlaceOrdersAsync(1)).Single(), activity.TraceId.ToHexString());
        }

        await network.EveryOrderHasOneEffectAsync(traces.Keys);
        var effects = await network.Host(Roles.Receiver).Receiver.ReadAsync((db, token) => db.Effects.ToListAsync(token), default);
        effects.ToDictionary(effect => effect.OrderId, effect => effect.TraceId).ShouldBe(traces, ignoreOrder: true);
    }

    [Fact]
    public async Task Erasing_a_submission_erases_its_waiting_and_parked_messages_and_no_others()
    {
        await using var network = await CreateAsync();
        await using var host = ServiceHost.Build(network, Roles.Sender, "without a relay");
        await host.Sender.MigrateAsync(default);
        var (erased, kept) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        foreach (var id in (Guid[])[erased, kept])
        {
            await TestNetwork.PlaceAsync(host.Sender, id);
            await host.Sender.WriteAsync((db, _) => Task.FromResult(db.Add(NewParked(id))), default);
        }

        await host.Sender.WriteAsync((db, token) => db.EraseMessagesAsync(erased, token), default);

        (await host.Sender.ReadAsync((db, token) => db.Set<OutboxMessage>().Select(row => row.SubmissionId).ToListAsync(token), default)).ShouldBe([kept]);
        (await host.Sender.ReadAsync((db, token) => db.Set<ParkedMessage>().Select(row => row.SubmissionId).ToListAsync(token), default)).ShouldBe([kept]);
    }

    protected Task<TestNetwork> CreateAsync() => TestNetwork.CreateAsync(provider, transport);

    protected async Task<TestNetwork> StartAsync()
    {
        var network = await CreateAsync();
        await network.StartAsync();
        return network;
    }

    private static ParkedMessage NewParked(Guid submissionId) => new()
    {
        Id = Guid.CreateVersion7(),
        MessageId = Guid.CreateVersion7(),
        Consumer = "receiver-order-placed",
        Type = typeof(OrderPlaced).FullName!,
        Payload = "{}",
        SubmissionId = submissionId,
        Error = "",
        ParkedAt = DateTimeOffset.UnixEpoch,
    };
}

public sealed class SqliteInProcessDeliveryTests() : DeliveryTests(StorageProvider.Sqlite, MessagingTransport.InMemory);

public sealed class SqliteRabbitMqDeliveryTests() : DeliveryTests(StorageProvider.Sqlite, MessagingTransport.RabbitMq);

public sealed class PostgresInProcessDeliveryTests() : DeliveryTests(StorageProvider.Postgres, MessagingTransport.InMemory);

public sealed class PostgresRabbitMqDeliveryTests() : DeliveryTests(StorageProvider.Postgres, MessagingTransport.RabbitMq);
