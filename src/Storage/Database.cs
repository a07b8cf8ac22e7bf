using Microsoft.EntityFrameworkCore;

namespace MemoCoach.Storage;

/// <summary>
/// The storage adapter: a service's one way to its data, the same on SQLite and on PostgreSQL.
/// </summary>
/// <remarks>
/// A unit of work may be run more than once (a conflict on PostgreSQL), and on SQLite it runs on the database's only
/// writer thread: it touches nothing but its context, and never waits for a network, a disk or a slow computation.
/// </remarks>
public abstract class Database<TContext>
    where TContext : ServiceDbContext
{
    /// <summary>Short name of the service that owns this database.</summary>
    public abstract string Service { get; }

    public abstract StorageProvider Provider { get; }

    /// <summary>Raised after every commit, with the context that made it, for those that follow up on what it noted.</summary>
    public event Action<TContext>? Committed;

    /// <summary>
    /// Runs <paramref name="unitOfWork"/> in one transaction, saves the context's changes and returns once they are
    /// durable.
    /// </summary>
    /// <exception cref="StorageUnavailableException">The database is down, full, locked or overloaded.</exception>
    /// <exception cref="DbUpdateException">A constraint was violated; nothing was written.</exception>
    public abstract Task<T> WriteAsync<T>(
        Func<TContext, CancellationToken, Task<T>> unitOfWork, CancellationToken cancellationToken);

    /// <inheritdoc cref="WriteAsync{T}"/>
    public Task WriteAsync(Func<TContext, CancellationToken, Task> unitOfWork, CancellationToken cancellationToken) =>
        WriteAsync(
            async (context, token) =>
            {
                await unitOfWork(context, token);
                return true;
            },
            cancellationToken);

    /// <summary>Runs a query that tracks nothing and can write nothing.</summary>
    /// <exception cref="StorageUnavailableException">The database is down or locked.</exception>
    /// <exception cref="InvalidOperationException">The query tried to write.</exception>
    public abstract Task<T> ReadAsync<T>(
        Func<TContext, CancellationToken, Task<T>> query, CancellationToken cancellationToken);

    /// <summary>
    /// Brings the schema up to date, once, however many processes start together. Creates the database where there is
    /// none.
    /// </summary>
    /// <exception cref="StorageRefusedException">A newer version of the program has migrated the database.</exception>
    public abstract Task MigrateAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Claims the database for this process, where the provider allows one process only, until the process ends.
    /// </summary>
    /// <exception cref="StorageRefusedException">Another process holds it.</exception>
    public abstract void Claim();

    /// <summary>A tracking context for libraries that want to hold one; the caller disposes it.</summary>
    public abstract TContext CreateTrackingContext();

    internal static InvalidOperationException WriteInQuery(Exception exception) =>
        new("A query tried to write. Changes belong into WriteAsync.", exception);

    protected void OnCommitted(TContext context)
    {
        context.RunAfterCommit();
        Committed?.Invoke(context);
    }

    /// <summary>Throws <see cref="StorageRefusedException"/> where the database has migrations that this program does not know.</summary>
    internal static async Task RefuseNewerAsync(DbContext context, string what, CancellationToken cancellationToken)
    {
        var known = context.Database.GetMigrations().ToHashSet(StringComparer.Ordinal);
        var applied = await context.Database.GetAppliedMigrationsAsync(cancellationToken);
        if (applied.FirstOrDefault(migration => !known.Contains(migration)) is { } unknown)
        {
            throw new StorageRefusedException(
                $"{what} was migrated by a newer version of MemoCoach (migration '{unknown}' is unknown here). "
                + "It was not touched. Start the newer version, or restore a backup made by this one.");
        }
    }
}
