using System.Text;
using System.Text.Json;
using MemoCoach.Contracts;
using MemoCoach.Messaging.Inbox;
using MemoCoach.Messaging.Parking;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace MemoCoach.Messaging.Transport;

/// <summary>
/// Takes over into the database what MassTransit set aside at the broker, because no consumer could read it: a queue
/// named <c>..._error</c> is easily forgotten, a parked row is counted, listed and replayed.
/// </summary>
internal sealed partial class RabbitMqDrain(
    IConfiguration configuration,
    IEnumerable<IConsumerDelivery> consumers,
    IMessageTransport transport,
    IOptions<MessagingOptions> options,
    TimeProvider clock,
    ILogger<RabbitMqDrain> logger) : BackgroundService
{
    private const string Unreadable = "unreadable";
    private static readonly string[] Suffixes = ["_error", "_skipped"];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        await transport.WaitUntilReadyAsync(stoppingToken);
        var factory = new ConnectionFactory { Uri = MessagingRegistration.BrokerAddress(configuration) };
        using var timer = new PeriodicTimer(options.Value.DrainInterval, clock);
        do
        {
            try
            {
                await using var connection = await factory.CreateConnectionAsync("memocoach-drain", stoppingToken);
                foreach (var consumer in consumers)
                {
                    foreach (var suffix in Suffixes)
                    {
                        await DrainAsync(connection, consumer, consumer.Queue + suffix, stoppingToken);
                    }
                }
            }
#pragma warning disable CA1031 // what lies in those queues is by nature unexpected, and must not end the process
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
#pragma warning restore CA1031
            {
                LogFailed(exception, exception.Message);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task DrainAsync(IConnection connection, IConsumerDelivery consumer, string queue, CancellationToken cancellationToken)
    {
        await using var channel = await connection.CreateChannelAsync(cancellationToken: cancellationToken);
        try
        {
            await channel.QueueDeclarePassiveAsync(queue, cancellationToken);
        }
        catch (OperationInterruptedException)
        {
            return; // The broker makes such a queue only when it first needs it.
        }

        while (await channel.BasicGetAsync(queue, autoAck: false, cancellationToken) is { } message)
        {
            await consumer.ParkAsync(Read(consumer.Queue, message), cancellationToken);
            await channel.BasicAckAsync(message.DeliveryTag, multiple: false, cancellationToken);
            LogDrained(queue, message.BasicProperties.MessageId);
        }
    }

    private ParkedMessage Read(string queue, BasicGetResult message)
    {
        var body = Encoding.UTF8.GetString(message.Body.Span);
        var (type, payload) = Unwrap(body);
        return new ParkedMessage
        {
            Id = Guid.CreateVersion7(),
            MessageId = Guid.TryParse(message.BasicProperties.MessageId, out var id) ? id : Guid.CreateVersion7(),
            Consumer = queue,
            Type = type,
            Payload = StoredText.Of(payload),
            SubmissionId = FindSubmissionId(payload),
            Error = StoredText.Of(Header(message, "MT-Fault-Message") ?? "The message could not be read."),
            ParkedAt = clock.GetUtcMicroseconds(),
        };
    }

    /// <summary>Finds the message in MassTransit's envelope; whatever is no envelope is kept as it is.</summary>
    private static (string Type, string Payload) Unwrap(string body)
    {
        try
        {
            using var envelope = JsonDocument.Parse(body);
            if (envelope.RootElement.ValueKind == JsonValueKind.Object
                && envelope.RootElement.TryGetProperty("message", out var message)
                && envelope.RootElement.TryGetProperty("messageType", out var types)
                && types.ValueKind == JsonValueKind.Array
                && types.GetArrayLength() > 0
                && types[0].ValueKind == JsonValueKind.String)
            {
                // urn:message:MemoCoach.Contracts:MemoSubmitted
                var name = types[0].GetString()!.Replace("urn:message:", string.Empty, StringComparison.Ordinal).Replace(':', '.');
                return name.Length <= MessagingTables.MaxTypeLength ? (StoredText.Of(name), message.GetRawText()) : (Unreadable, body);
            }
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return (Unreadable, body);
        }

        return (Unreadable, body);
    }

    private static Guid? FindSubmissionId(string payload)
    {
        try
        {
            using var message = JsonDocument.Parse(payload);
            return message.RootElement.ValueKind == JsonValueKind.Object
                && message.RootElement.TryGetProperty("submissionId", out var value)
                && value.ValueKind == JsonValueKind.String
                && value.TryGetGuid(out var id)
                ? id
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? Header(BasicGetResult message, string name) =>
        message.BasicProperties.Headers?.TryGetValue(name, out var value) == true && value is byte[] bytes
            ? Encoding.UTF8.GetString(bytes)
            : null;

    [LoggerMessage(Level = LogLevel.Error, Message = "A message from {Queue} is parked: {MessageId}")]
    private partial void LogDrained(string queue, string? messageId);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The broker's error queues could not be drained: {Reason}")]
    private partial void LogFailed(Exception exception, string reason);
}
