namespace MemoCoach.Messaging.Outbox;

/// <summary>A message that was decided in a transaction and is not delivered yet. Delivered rows are deleted.</summary>
public sealed class OutboxMessage
{
    /// <summary>Due whatever the clock says: a clock that is set back must not hold a message up.</summary>
    public static readonly DateTimeOffset AtOnce = DateTimeOffset.UnixEpoch;

    /// <summary>Also the MessageId by which consumers know the message again.</summary>
    public required Guid Id { get; init; }

    public required string Type { get; init; }

    public required string Payload { get; init; }

    /// <summary>The submission that the message concerns, so that it can be erased with it.</summary>
    public required Guid? SubmissionId { get; init; }

    /// <summary>W3C trace context of the request that decided the message.</summary>
    public required string? TraceParent { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset NextAttemptAt { get; set; }

    public int Attempts { get; set; }

    public string? LastError { get; set; }
}
