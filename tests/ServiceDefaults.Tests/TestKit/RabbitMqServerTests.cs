using System.Text;
using MemoCoach.TestKit;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace MemoCoach.ServiceDefaults.Tests.TestKit;

public sealed class RabbitMqServerTests
{
    [Fact]
    public async Task Virtual_hosts_are_apart()
    {
        var server = await RabbitMqServer.StartAsync();
        var first = await server.CreateVirtualHostAsync();
        var second = await server.CreateVirtualHostAsync();

        await SendAsync(first, "memos", "a memo");

        (await ReceiveAsync(first, "memos")).ShouldBe("a memo");
        await Should.ThrowAsync<OperationInterruptedException>(() => ReceiveAsync(second, "memos"));
    }

    [Fact]
    public async Task A_restart_keeps_messages_and_address()
    {
        await using var server = await RabbitMqServer.StartDedicatedAsync();
        var virtualHost = await server.CreateVirtualHostAsync();
        await SendAsync(virtualHost, "memos", "a memo");

        await server.StopAsync();
        await Should.ThrowAsync<BrokerUnreachableException>(() => ReceiveAsync(virtualHost, "memos"));
        await server.StartAgainAsync();

        (await ReceiveAsync(virtualHost, "memos")).ShouldBe("a memo");
    }

    private static async Task SendAsync(string address, string queue, string text)
    {
        await using var connection = await ConnectAsync(address);
        await using var channel = await connection.CreateChannelAsync(
            new CreateChannelOptions(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true));
        await channel.QueueDeclareAsync(queue, durable: true, exclusive: false, autoDelete: false);
        await channel.BasicPublishAsync("", queue, true, new BasicProperties { Persistent = true }, Encoding.UTF8.GetBytes(text));
    }

    private static async Task<string?> ReceiveAsync(string address, string queue)
    {
        await using var connection = await ConnectAsync(address);
        await using var channel = await connection.CreateChannelAsync();
        var message = await channel.BasicGetAsync(queue, autoAck: true);
        return message is null ? null : Encoding.UTF8.GetString(message.Body.Span);
    }

    private static Task<IConnection> ConnectAsync(string address) =>
        new ConnectionFactory { Uri = new Uri(address) }.CreateConnectionAsync();
}
