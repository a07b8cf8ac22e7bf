using MemoCoach.Messaging.Inbox;
using MemoCoach.Messaging.Transport;
using MemoCoach.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace MemoCoach.Messaging;

/// <summary>What one service consumes, hears and answers: collected here, wired up by the host.</summary>
public sealed class ServiceMessaging
{
    private readonly IServiceCollection _services;
    private readonly Type _contextType;

    internal ServiceMessaging(IServiceCollection services, string service, Type contextType)
    {
        _services = services;
        Service = service;
        _contextType = contextType;
    }

    internal string Service { get; }

    internal List<Subscription> Consumers { get; } = [];

    internal List<Subscription> Listeners { get; } = [];

    internal List<Subscription> Responders { get; } = [];

    internal List<string> FollowedDocuments { get; } = [];

    /// <summary>
    /// Handles <typeparamref name="TMessage"/> with <typeparamref name="TConsumer"/>, an
    /// <see cref="IConsumer{TSession, TMessage}"/>, from the durable queue <c>service-message-name</c>.
    /// </summary>
    public void Consume<TMessage, TConsumer>()
        where TMessage : class
        where TConsumer : class
    {
        var session = SessionTypeOf(typeof(TConsumer), typeof(TMessage));
        var queue = $"{Service}-{MessageTypes.KebabCase(typeof(TMessage))}";
        MessageTypes.Register(typeof(TMessage));
        _services.AddScoped<TConsumer>();

        Type[] arguments = [_contextType, session, typeof(TMessage), typeof(TConsumer)];
        var delivery = typeof(ConsumerDelivery<,,,>).MakeGenericType(arguments);
        _services.AddSingleton(delivery, provider => ActivatorUtilities.CreateInstance(provider, delivery, queue));
        _services.AddSingleton(provider => (IConsumerDelivery)provider.GetRequiredService(delivery));
        Consumers.Add(new Subscription(queue, typeof(TMessage), typeof(ConsumerAdapter<,,,>).MakeGenericType(arguments)));
    }

    /// <summary>Hears <typeparamref name="TMessage"/> in every instance, from a temporary queue.</summary>
    public void Listen<TMessage, TListener>()
        where TMessage : class
        where TListener : class, IListener<TMessage>
    {
        _services.AddSingleton<TListener>();
        Listeners.Add(new Subscription(Service, typeof(TMessage), typeof(ListenerAdapter<TMessage, TListener>)));
    }

    /// <summary>Answers <typeparamref name="TRequest"/>; any instance may.</summary>
    public void Respond<TRequest, TResponse, TResponder>()
        where TRequest : class
        where TResponse : class
        where TResponder : class, IResponder<TRequest, TResponse>
    {
        _services.AddScoped<TResponder>();
        Responders.Add(new Subscription(
            $"{Service}-{MessageTypes.KebabCase(typeof(TRequest))}",
            typeof(TRequest),
            typeof(ResponderAdapter<TRequest, TResponse, TResponder>)));
    }

    /// <summary>Keeps these configuration documents at hand, through <see cref="Configuration.IConfigurationFeed"/>.</summary>
    public void FollowConfiguration(params string[] names) => FollowedDocuments.AddRange(names);

    private static Type SessionTypeOf(Type consumer, Type message) =>
        consumer.GetInterfaces()
            .Where(type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IConsumer<,>))
            .Select(type => type.GetGenericArguments())
            .FirstOrDefault(arguments => arguments[1] == message)?[0]
        ?? throw new ArgumentException($"{consumer} does not consume {message}.");

    /// <param name="Queue">Name of the durable queue, or of the service for those that share a temporary one.</param>
    internal sealed record Subscription(string Queue, Type Message, Type Adapter);
}

/// <summary>Opens a service's session on a context; registered where a service's consumers want a port, not the context.</summary>
public sealed record SessionFactory<TContext, TSession>(Func<TContext, TSession> Open)
    where TContext : ServiceDbContext;
