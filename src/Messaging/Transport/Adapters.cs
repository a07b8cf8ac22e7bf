using MassTransit;
using MemoCoach.Messaging.Inbox;
using MemoCoach.Storage;
using Microsoft.Extensions.Logging;

namespace MemoCoach.Messaging.Transport;

/// <summary>Brings a durable message from MassTransit to its consumer.</summary>
internal sealed class ConsumerAdapter<TContext, TSession, TMessage, TConsumer>(
    ConsumerDelivery<TContext, TSession, TMessage, TConsumer> delivery) : MassTransit.IConsumer<TMessage>
    where TContext : ServiceDbContext
    where TMessage : class
    where TConsumer : class, IConsumer<TSession, TMessage>
{
    public async Task Consume(ConsumeContext<TMessage> context)
    {
        using var trace = MessageTrace.Continue(context);
        await delivery.DeliverAsync(
            context.MessageId ?? throw new InvalidOperationException("A message without a MessageId cannot be handled exactly once."),
            context.Message,
            context.CancellationToken);
    }
}

/// <summary>Brings a message to a listener; a listener's failure is its own and is only logged.</summary>
internal sealed partial class ListenerAdapter<TMessage, TListener>(
    TListener listener, ILogger<ListenerAdapter<TMessage, TListener>> logger) : MassTransit.IConsumer<TMessage>
    where TMessage : class
    where TListener : class, IListener<TMessage>
{
    public async Task Consume(ConsumeContext<TMessage> context)
    {
        try
        {
            await listener.HearAsync(context.Message, context.CancellationToken);
        }
#pragma warning disable CA1031 // one deaf listener must not keep the message from the others
        catch (Exception exception) when (exception is not OperationCanceledException)
#pragma warning restore CA1031
        {
            LogFailed(exception, typeof(TListener).Name, typeof(TMessage).Name);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Listener} failed on {Message}")]
    private partial void LogFailed(Exception exception, string listener, string message);
}

/// <summary>Brings a request to its responder and the answer back.</summary>
internal sealed class ResponderAdapter<TRequest, TResponse, TResponder>(TResponder responder) : MassTransit.IConsumer<TRequest>
    where TRequest : class
    where TResponse : class
    where TResponder : class, IResponder<TRequest, TResponse>
{
    public async Task Consume(ConsumeContext<TRequest> context) =>
        await context.RespondAsync(await responder.RespondAsync(context.Message, context.CancellationToken));
}
