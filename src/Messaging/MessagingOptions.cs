using System.ComponentModel.DataAnnotations;

namespace MemoCoach.Messaging;

/// <summary>How messages travel between services.</summary>
public enum MessagingTransport
{
    /// <summary>Within one process: Standalone.</summary>
    InMemory,

    /// <summary>Through a RabbitMQ broker, named by <c>ConnectionStrings:messaging</c>.</summary>
    RabbitMq,
}

/// <summary>Settings of the section <c>Messaging</c>.</summary>
public sealed class MessagingOptions
{
    public const string Section = "Messaging";

    public MessagingTransport Transport { get; set; } = MessagingTransport.InMemory;

    /// <summary>How often a consumer tries a message before the message is parked.</summary>
    [Range(1, 100)]
    public int ConsumerAttempts { get; set; } = 5;

    /// <summary>Wait before a consumer's second attempt; doubled before each one after it.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:10:00")]
    public TimeSpan ConsumerRetryDelay { get; set; } = TimeSpan.FromMilliseconds(100);

    /// <summary>Messages that a relay takes from its outbox at a time.</summary>
    [Range(1, 10_000)]
    public int RelayBatch { get; set; } = 100;

    /// <summary>Messages that a relay delivers side by side.</summary>
    [Range(1, 1_000)]
    public int RelayConcurrency { get; set; } = 16;

    /// <summary>How often a relay looks for messages that no commit announced: those that a crash or a failure left.</summary>
    [Range(typeof(TimeSpan), "00:00:00.050", "00:10:00")]
    public TimeSpan RelayInterval { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>Longest wait before a message that could not be delivered is tried again.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "1.00:00:00")]
    public TimeSpan RelayRetryLimit { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long one delivery may take before it counts as failed.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan DeliveryTimeout { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>How long an inbox remembers the messages it has handled.</summary>
    [Range(typeof(TimeSpan), "01:00:00", "365.00:00:00")]
    public TimeSpan InboxRetention { get; set; } = TimeSpan.FromDays(7);

    /// <summary>How long an answer to a request over the bus is waited for.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan RequestTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How often the followed configuration is asked for again, in case news of a revision was lost with a broker.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan ConfigurationRefresh { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>Unacknowledged messages that RabbitMQ hands to one queue's consumer at a time.</summary>
    [Range(1, 10_000)]
    public ushort Prefetch { get; set; } = 32;

    /// <summary>Whether RabbitMQ replicates queues (quorum queues) or keeps them on one node (classic queues).</summary>
    public bool QuorumQueues { get; set; } = true;

    /// <summary>How often messages that RabbitMQ set aside (error and skipped queues) are taken over into the database.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "01:00:00")]
    public TimeSpan DrainInterval { get; set; } = TimeSpan.FromSeconds(15);
}
