namespace MemoCoach.Messaging.Parking;

/// <summary>A message that its consumer could not handle. It waits here for a person; nothing is dropped.</summary>
public sealed class ParkedMessage
{
    public required Guid Id { get; init; }

    public required Guid MessageId { get; init; }

    /// <summary>The consumer's queue, for example <c>evaluation-memo-submitted</c>.</summary>
    public required string Consumer { get; init; }

    public required string Type { get; init; }

    /// <summary>The message as JSON, or what arrived in its place.</summary>
    public required string Payload { get; init; }

    /// <summary>The submission that the message concerns, so that it can be erased with it.</summary>
    public required Guid? SubmissionId { get; init; }

    public required string Error { get; set; }

    public required DateTimeOffset ParkedAt { get; init; }

    public int Replays { get; set; }
}
