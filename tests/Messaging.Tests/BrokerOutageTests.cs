using MemoCoach.Messaging.Tests.Network;
using MemoCoach.Storage;
using MemoCoach.TestKit;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace MemoCoach.Messaging.Tests;

/// <summary>The broker goes away and comes back.</summary>
public sealed class BrokerOutageTests
{
    /// <summary>MassTransit tries to connect again every 3 to 30 seconds.</summary>
    private static readonly TimeSpan ReconnectLimit = TimeSpan.FromMinutes(3);

    [Fact]
    public async Task A_broker_that_restarts_under_load_costs_no_message_and_doubles_none()
    {
        await using var broker = await RabbitMqServer.StartDedicatedAsync();
        await using var network = await TestNetwork.CreateAsync(StorageProvider.Sqlite, MessagingTransport.RabbitMq, broker);
        await network.StartAsync();
        var orders = await network.PlaceOrdersAsync(10);
        await network.EveryOrderHasOneEffectAsync(orders, ReconnectLimit);

        // In turn in order and as by a power cut.
        for (var round = 0; round < Soak.Count(2, 20); round++)
        {
            var wanted = orders.Count + 300;
            orders.AddRange(await network.PlaceOrdersAsync(100));
            var restarting = RestartAsync(broker, asByPowerCut: round % 2 == 1);
            while (orders.Count < wanted)
            {
                orders.AddRange(await network.PlaceOrdersAsync(20));
            }

            await restarting;
            await network.EveryOrderHasOneEffectAsync(orders, ReconnectLimit);
        }

        (await network.ParkedAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_service_starts_works_and_stops_without_its_broker_and_delivers_when_it_comes()
    {
        await using var broker = await RabbitMqServer.StartDedicatedAsync();
        await using var network = await TestNetwork.CreateAsync(StorageProvider.Sqlite, MessagingTransport.RabbitMq, broker);
        await broker.StopAsync();

        await network.StartAsync().WaitAsync(TimeSpan.FromSeconds(20));

        var orders = await network.PlaceOrdersAsync(20);
        await Eventually.BecomesTrueAsync(
            async () => (await network.Host(Roles.Sender).CheckHealthAsync()).Status == HealthStatus.Degraded,
            ReconnectLimit,
            "the sender is degraded, and not unhealthy");
        await Should.ThrowAsync<TransportUnavailableException>(
            () => network.Host(Roles.Sender).Ephemeral.PublishAsync(new BellRung(Guid.CreateVersion7()), default));
        (await network.OutboxCountAsync()).ShouldBe(20);

        await broker.StartAgainAsync();

        await network.EveryOrderHasOneEffectAsync(orders, ReconnectLimit);
        await Eventually.BecomesTrueAsync(
            async () => (await network.Host(Roles.Sender).CheckHealthAsync()).Status == HealthStatus.Healthy,
            ReconnectLimit,
            "the sender is healthy again");
        var bell = Guid.CreateVersion7();
        await Eventually.BecomesTrueAsync(
            async () =>
            {
                await network.Host(Roles.Sender).Ephemeral.PublishAsync(new BellRung(bell), default);
                return network.Script.Heard.Any(heard => heard.Id == bell);
            },
            ReconnectLimit,
            "listeners hear again");

        await broker.KillAsync();
        await network.PlaceOrdersAsync(5);
        await network.StopAsync().WaitAsync(TimeSpan.FromSeconds(40)); // A stop does not wait for the broker.
    }

    private static async Task RestartAsync(RabbitMqServer broker, bool asByPowerCut)
    {
        if (asByPowerCut)
        {
            await broker.KillAsync();
        }
        else
        {
            await broker.StopAsync();
        }

        await broker.StartAgainAsync();
    }
}
