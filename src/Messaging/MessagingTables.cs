using System.Diagnostics;
using System.Text.Json;
using MemoCoach.Contracts;
using MemoCoach.Messaging.Inbox;
using MemoCoach.Messaging.Outbox;
using MemoCoach.Messaging.Parking;
using MemoCoach.Storage;
using Microsoft.EntityFrameworkCore;

namespace MemoCoach.Messaging;

/// <summary>The tables that messaging keeps in every service's own database.</summary>
public static class MessagingTables
{
    internal const int MaxTypeLength = 200;

    public static ModelBuilder AddMessagingTables(this ModelBuilder model)
    {
        model.Entity<OutboxMessage>(entity =>
        {
            entity.ToTable("Outbox");
            entity.HasKey(message => message.Id);
            entity.Property(message => message.Id).ValueGeneratedNever();
            entity.Property(message => message.Type).HasMaxLength(MaxTypeLength);
            entity.HasIndex(message => message.NextAttemptAt);
            entity.HasIndex(message => message.SubmissionId);
        });
        model.Entity<InboxMessage>(entity =>
        {
            entity.ToTable("Inbox");
            entity.HasKey(message => new { message.MessageId, message.Consumer });
            entity.Property(message => message.Consumer).HasMaxLength(200);
            entity.HasIndex(message => message.HandledAt);
        });
        model.Entity<ParkedMessage>(entity =>
        {
            entity.ToTable("Parked");
            entity.HasKey(message => message.Id);
            entity.Property(message => message.Id).ValueGeneratedNever();
            entity.Property(message => message.Consumer).HasMaxLength(200);
            entity.Property(message => message.Type).HasMaxLength(MaxTypeLength);
            entity.HasIndex(message => new { message.MessageId, message.Consumer }).IsUnique();
            entity.HasIndex(message => message.SubmissionId);
        });
        return model;
    }

    /// <summary>Adds a message to the current transaction; the relay delivers it once that is committed.</summary>
    public static void Publish<TMessage>(this ServiceDbContext context, TMessage message)
        where TMessage : class
    {
        context.Add(new OutboxMessage
        {
            Id = Guid.CreateVersion7(),
            Type = MessageTypes.NameOf(message.GetType()),
            Payload = JsonSerializer.Serialize(message, message.GetType(), MessageTypes.Json),
            SubmissionId = (message as ISubmissionMessage)?.SubmissionId,
            TraceParent = Activity.Current?.Id,
            CreatedAt = TimeProvider.System.GetUtcMicroseconds(),
            NextAttemptAt = OutboxMessage.AtOnce,
        });
        context.HasOutgoingMessages = true;
    }

    /// <summary>Erases the copies of a submission that wait in the outbox or are parked.</summary>
    public static async Task EraseMessagesAsync(this ServiceDbContext context, Guid submissionId, CancellationToken cancellationToken)
    {
        await context.Set<OutboxMessage>().Where(row => row.SubmissionId == submissionId).ExecuteDeleteAsync(cancellationToken);
        await context.Set<ParkedMessage>().Where(row => row.SubmissionId == submissionId).ExecuteDeleteAsync(cancellationToken);
    }
}
