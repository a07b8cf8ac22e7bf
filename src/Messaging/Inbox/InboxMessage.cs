namespace MemoCoach.Messaging.Inbox;

/// <summary>The note that a consumer has handled a message, committed together with the effect.</summary>
public sealed class InboxMessage
{
    public required Guid MessageId { get; init; }

    public required string Consumer { get; init; }

    public required DateTimeOffset HandledAt { get; init; }
}
