using System.Collections.Concurrent;
using MemoCoach.Contracts;
using MemoCoach.Messaging.Transport;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace MemoCoach.Messaging.Configuration;

/// <summary>Asks ConfigService for the followed documents until it answers, and takes over what it publishes from then on.</summary>
internal sealed partial class ConfigurationFeed(
    IMessageTransport transport,
    IEnumerable<ServiceMessaging> services,
    IOptions<MessagingOptions> options,
    TimeProvider clock,
    ILogger<ConfigurationFeed> logger) : BackgroundService, IConfigurationFeed
{
    private static readonly TimeSpan RetryDelay = TimeSpan.FromSeconds(1);
    private readonly ConcurrentDictionary<string, ConfigRevisionPublished> _documents = new(StringComparer.Ordinal);
    private readonly string[] _followed = [.. services.SelectMany(service => service.FollowedDocuments).Distinct(StringComparer.Ordinal)];

    public event Action<ConfigRevisionPublished>? Changed;

    public ConfigRevisionPublished? Find(string name) => _documents.GetValueOrDefault(name);

    public async Task<ConfigRevisionPublished> WaitForAsync(string name, CancellationToken cancellationToken)
    {
        if (Find(name) is { } present)
        {
            return present;
        }

        var arrival = new TaskCompletionSource<ConfigRevisionPublished>(TaskCreationOptions.RunContinuationsAsynchronously);
        void Hear(ConfigRevisionPublished document)
        {
            if (document.Name == name)
            {
                arrival.TrySetResult(document);
            }
        }

        Changed += Hear;
        try
        {
            return Find(name) ?? await arrival.Task.WaitAsync(cancellationToken);
        }
        finally
        {
            Changed -= Hear;
        }
    }

    /// <summary>Takes a revision over unless a newer one is in force already.</summary>
    public void Accept(ConfigRevisionPublished document)
    {
        if (!_followed.Contains(document.Name))
        {
            return;
        }

        var accepted = _documents.AddOrUpdate(
            document.Name,
            document,
            (_, current) => document.Revision != current.Revision && document.PublishedAt >= current.PublishedAt ? document : current);
        if (ReferenceEquals(accepted, document))
        {
            LogAccepted(document.Name, document.Revision);
            Changed?.Invoke(document);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        if (_followed.Length == 0)
        {
            return;
        }

        await transport.WaitUntilReadyAsync(stoppingToken);
        while (true)
        {
            try
            {
                var answer = await transport.RequestAsync<GetConfiguration, ConfigurationDocuments>(
                    new GetConfiguration(_followed), options.Value.RequestTimeout, stoppingToken);
                foreach (var document in answer.Documents)
                {
                    Accept(document);
                }
            }
            catch (TransportUnavailableException exception)
            {
                LogNoAnswer(exception.Message);
            }

            // A revision that was published while this instance had no queue at the broker is found out by asking.
            var isComplete = _followed.All(name => Find(name) is not null);
            await Task.Delay(isComplete ? options.Value.ConfigurationRefresh : RetryDelay, clock, stoppingToken);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Configuration {Name} revision {Revision} is in force")]
    private partial void LogAccepted(string name, string revision);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The configuration is not to be had yet: {Reason}")]
    private partial void LogNoAnswer(string reason);
}

/// <summary>Hears every new revision, in every instance.</summary>
internal sealed class ConfigRevisionListener(ConfigurationFeed feed) : IListener<ConfigRevisionPublished>
{
    public Task HearAsync(ConfigRevisionPublished message, CancellationToken cancellationToken)
    {
        feed.Accept(message);
        return Task.CompletedTask;
    }
}
