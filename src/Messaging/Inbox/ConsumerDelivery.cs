using System.Text.Json;
using MemoCoach.Contracts;
using MemoCoach.Messaging.Parking;
using MemoCoach.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace MemoCoach.Messaging.Inbox;

/// <summary>One consumer with its inbox, whatever transport brings the messages.</summary>
internal interface IConsumerDelivery
{
    /// <summary>The consumer's queue, which also names it in the inbox.</summary>
    string Queue { get; }

    /// <summary>Handles a parked message again and removes it, in one transaction.</summary>
    /// <returns>Null, or why it failed again.</returns>
    Task<string?> ReplayAsync(ParkedMessage parked, CancellationToken cancellationToken);

    /// <summary>Keeps a message that never reached the consumer's code, because it could not be read.</summary>
    Task ParkAsync(ParkedMessage message, CancellationToken cancellationToken);
}

/// <summary>
/// Gives a message to its consumer: the inbox row and the consumer's effect are one transaction, a failure is tried
/// again, and what keeps failing is parked in the same database.
/// </summary>
internal sealed partial class ConsumerDelivery<TContext, TSession, TMessage, TConsumer>(
    string queue,
    Database<TContext> database,
    IServiceScopeFactory scopes,
    IServiceProvider services,
    IOptions<MessagingOptions> options,
    TimeProvider clock,
    ILogger<ConsumerDelivery<TContext, TSession, TMessage, TConsumer>> logger) : IConsumerDelivery
    where TContext : ServiceDbContext
    where TMessage : class
    where TConsumer : class, IConsumer<TSession, TMessage>
{
    private readonly Func<TContext, TSession> _openSession =
        services.GetService<SessionFactory<TContext, TSession>>()?.Open ?? (context => (TSession)(object)context);

    public string Queue => queue;

    /// <exception cref="StorageUnavailableException">Nothing happened; the transport delivers the message again.</exception>
    public async Task DeliverAsync(Guid messageId, TMessage message, CancellationToken cancellationToken)
    {
        var delay = options.Value.ConsumerRetryDelay;
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await HandleOnceAsync(messageId, message, cancellationToken);
                return;
            }
#pragma warning disable CA1031 // whatever a consumer throws is a reason to try again, and then to park
            catch (Exception exception) when (exception is not StorageUnavailableException && !cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
            {
                if (exception is DbUpdateException race && StorageErrors.IsUniqueViolation(race) && await IsHandledAsync(messageId, cancellationToken))
                {
                    return; // Another replica handled a second copy of the message at the same moment.
                }

                if (attempt < options.Value.ConsumerAttempts)
                {
                    LogRetry(queue, messageId, attempt, exception.Message);
                    await Task.Delay(delay, clock, cancellationToken);
                    delay *= 2;
                    continue;
                }

                LogParked(exception, queue, messageId);
                await ParkAsync(NewParkedMessage(messageId, message, exception), cancellationToken);
                return;
            }
        }
    }

    public async Task<string?> ReplayAsync(ParkedMessage parked, CancellationToken cancellationToken)
    {
        try
        {
            var message = (TMessage)MessageTypes.Deserialize(parked.Type, parked.Payload);
            await using var scope = scopes.CreateAsyncScope();
            var consumer = scope.ServiceProvider.GetRequiredService<TConsumer>();
            await database.WriteAsync(
                async (db, token) =>
                {
                    if (await db.Set<ParkedMessage>().Where(row => row.Id == parked.Id).ExecuteDeleteAsync(token) == 0)
                    {
                        return; // Somebody else replayed it.
                    }

                    await consumer.ConsumeAsync(_openSession(db), message, token);
                },
                cancellationToken);
            return null;
        }
#pragma warning disable CA1031 // the reason goes back to the person who asked for the replay
        catch (Exception exception) when (exception is not StorageUnavailableException && !cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            LogReplayFailed(exception, queue, parked.MessageId);
            var error = Describe(exception);
            await database.WriteAsync(
                (db, token) => db.Set<ParkedMessage>().Where(row => row.Id == parked.Id).ExecuteUpdateAsync(
                    row => row.SetProperty(message => message.Error, error).SetProperty(message => message.Replays, message => message.Replays + 1),
                    token),
                cancellationToken);
            return error;
        }
    }

    public async Task ParkAsync(ParkedMessage message, CancellationToken cancellationToken)
    {
        try
        {
            await database.WriteAsync(
                async (db, token) =>
                {
                    var exists = await db.Set<ParkedMessage>().AnyAsync(
                        row => row.MessageId == message.MessageId && row.Consumer == message.Consumer, token);
                    if (!exists)
                    {
                        db.Add(message);
                        await AddInboxRowAsync(db, message.MessageId, token);
                    }
                },
                cancellationToken);
        }
        catch (DbUpdateException race) when (StorageErrors.IsUniqueViolation(race))
        {
            // Another replica parked or handled a second copy of the message at the same moment.
        }
    }

    private static string Describe(Exception exception) => StoredText.Of($"{exception.GetType().Name}: {exception.Message}");

    private async Task HandleOnceAsync(Guid messageId, TMessage message, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var consumer = scope.ServiceProvider.GetRequiredService<TConsumer>();
        await database.WriteAsync(
            async (db, token) =>
            {
                if (await AddInboxRowAsync(db, messageId, token))
                {
                    await consumer.ConsumeAsync(_openSession(db), message, token);
                }
            },
            cancellationToken);
    }

    private async Task<bool> AddInboxRowAsync(TContext db, Guid messageId, CancellationToken cancellationToken)
    {
        if (await db.Set<InboxMessage>().AnyAsync(row => row.MessageId == messageId && row.Consumer == queue, cancellationToken))
        {
            return false;
        }

        db.Add(new InboxMessage { MessageId = messageId, Consumer = queue, HandledAt = clock.GetUtcMicroseconds() });
        return true;
    }

    private Task<bool> IsHandledAsync(Guid messageId, CancellationToken cancellationToken) => database.ReadAsync(
        (db, token) => db.Set<InboxMessage>().AnyAsync(row => row.MessageId == messageId && row.Consumer == queue, token),
        cancellationToken);

    private ParkedMessage NewParkedMessage(Guid messageId, TMessage message, Exception exception) => new()
    {
        Id = Guid.CreateVersion7(),
        MessageId = messageId,
        Consumer = queue,
        Type = MessageTypes.NameOf(typeof(TMessage)),
        Payload = JsonSerializer.Serialize(message, MessageTypes.Json),
        SubmissionId = (message as ISubmissionMessage)?.SubmissionId,
        Error = Describe(exception),
        ParkedAt = clock.GetUtcMicroseconds(),
    };

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Queue} failed on message {MessageId}, attempt {Attempt}: {Reason}")]
    private partial void LogRetry(string queue, Guid messageId, int attempt, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Queue} gave up on message {MessageId}; it is parked and can be replayed")]
    private partial void LogParked(Exception exception, string queue, Guid messageId);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Queue} failed again on the parked message {MessageId}")]
    private partial void LogReplayFailed(Exception exception, string queue, Guid messageId);
}
