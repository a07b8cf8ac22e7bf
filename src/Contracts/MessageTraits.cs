namespace MemoCoach.Contracts;

/// <summary>
/// Marks a message that must reach at least one consumer. The outbox keeps such a message until a consumer exists,
/// even when the consuming service has never been started.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class RequiresConsumerAttribute : Attribute;

/// <summary>
/// Marks a message that is worth something only now (progress, heartbeats). It bypasses the outbox and may be lost.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class EphemeralAttribute : Attribute;

/// <summary>
/// A message that concerns one submission. Copies that wait in an outbox or are parked are erased with the submission.
/// </summary>
public interface ISubmissionMessage
{
    Guid SubmissionId { get; }
}
