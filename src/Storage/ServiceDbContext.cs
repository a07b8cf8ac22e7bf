using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace MemoCoach.Storage;

/// <summary>
/// Base of every service's context: one model for both providers. A service derives its context from this class and two
/// thin classes from that, one per provider, which own the provider's migrations.
/// </summary>
public abstract class ServiceDbContext(DbContextOptions options) : DbContext(options)
{
    private readonly List<Action> _afterCommit = [];

    /// <summary>Set on contexts that live outside a unit of work: sends their saves through the storage adapter.</summary>
    internal Func<Func<CancellationToken, Task<int>>, CancellationToken, Task<int>>? WriteGate { get; set; }

    /// <summary>Whether this context added a message to the outbox, so that its commit wakes the relay.</summary>
    public bool HasOutgoingMessages { get; set; }

    /// <summary>
    /// Makes units of work on one thing wait for each other, in every replica, until their transactions end. SQLite needs
    /// nothing for that: it has one writer.
    /// </summary>
    public Task LockAsync(Guid thing, CancellationToken cancellationToken) => Database.IsNpgsql()
        ? Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended({thing.ToString()}, 0))", cancellationToken)
        : Task.CompletedTask;

    /// <summary>Runs <paramref name="action"/> once the transaction is durable; it must be quick and must not throw.</summary>
    public void AfterCommit(Action action) => _afterCommit.Add(action);

    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default) =>
        WriteGate is { } gate
            ? gate(token => base.SaveChangesAsync(acceptAllChangesOnSuccess, token), cancellationToken)
            : base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);

    internal void RunAfterCommit()
    {
        foreach (var action in _afterCommit)
        {
            action();
        }

        _afterCommit.Clear();
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        // SQLite has no type for instants, and EF Core refuses to order by a DateTimeOffset kept as text.
        if (Database.IsSqlite())
        {
            configurationBuilder.Properties<DateTimeOffset>().HaveConversion<MicrosecondsConverter>();
        }
        else
        {
            // Npgsql refuses an instant whose offset is not zero, and such a one may come with a message or a request.
            configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcConverter>();
        }
    }

    private sealed class UtcConverter() : ValueConverter<DateTimeOffset, DateTimeOffset>(time => time.ToUniversalTime(), time => time);

    private sealed class MicrosecondsConverter() : ValueConverter<DateTimeOffset, long>(
        time => (time.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond,
        microseconds => new DateTimeOffset(DateTimeOffset.UnixEpoch.Ticks + (microseconds * TimeSpan.TicksPerMicrosecond), TimeSpan.Zero));
}
