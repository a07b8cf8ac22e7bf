using MemoCoach.Messaging.Inbox;
using MemoCoach.Storage;
using Microsoft.EntityFrameworkCore;

namespace MemoCoach.Messaging.Parking;

/// <summary>The messages that a service could not handle, for those who look after it.</summary>
public sealed class ParkedMessages<TContext>
    where TContext : ServiceDbContext
{
    private readonly Database<TContext> _database;
    private readonly Dictionary<string, IConsumerDelivery> _consumers;

    internal ParkedMessages(Database<TContext> database, IEnumerable<IConsumerDelivery> consumers)
    {
        _database = database;
        _consumers = consumers.ToDictionary(consumer => consumer.Queue, StringComparer.Ordinal);
    }

    /// <summary>The oldest first.</summary>
    public Task<List<ParkedMessage>> ListAsync(int limit, CancellationToken cancellationToken) => _database.ReadAsync(
        (db, token) => db.Set<ParkedMessage>().OrderBy(message => message.Id).Take(limit).ToListAsync(token),
        cancellationToken);

    public Task<int> CountAsync(CancellationToken cancellationToken) =>
        _database.ReadAsync((db, token) => db.Set<ParkedMessage>().CountAsync(token), cancellationToken);

    /// <summary>Gives a parked message to its consumer again; handled, it is gone from here.</summary>
    public async Task<ReplayOutcome> ReplayAsync(Guid id, CancellationToken cancellationToken)
    {
        var parked = await _database.ReadAsync(
            (db, token) => db.Set<ParkedMessage>().FirstOrDefaultAsync(message => message.Id == id, token),
            cancellationToken);
        if (parked is null)
        {
            return new ReplayOutcome(ReplayStatus.NotFound, null);
        }

        if (!_consumers.TryGetValue(parked.Consumer, out var consumer))
        {
            return new ReplayOutcome(ReplayStatus.Failed, $"This version has no consumer '{parked.Consumer}'.");
        }

        var error = await consumer.ReplayAsync(parked, cancellationToken);
        return error is null ? new ReplayOutcome(ReplayStatus.Handled, null) : new ReplayOutcome(ReplayStatus.Failed, error);
    }
}

public enum ReplayStatus
{
    Handled,
    Failed,
    NotFound,
}

/// <param name="Error">Why the consumer failed again, where it did.</param>
public sealed record ReplayOutcome(ReplayStatus Status, string? Error);
