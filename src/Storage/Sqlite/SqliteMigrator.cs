using System.Diagnostics;
using Microsoft.EntityFrameworkCore;

namespace MemoCoach.Storage.Sqlite;

/// <summary>Applies migrations to a SQLite file, one process at a time.</summary>
internal sealed class SqliteMigrator(SqliteConnections connections, TimeSpan timeout)
{
    public async Task MigrateAsync(Func<DbContext> createContext, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(connections.File)!);
        await using var migrationLock = await LockAsync(cancellationToken);
        connections.EnsureCreated();

        await using var context = createContext();
        await Database<ServiceDbContext>.RefuseNewerAsync(context, connections.File, cancellationToken);
        if (!(await context.Database.GetPendingMigrationsAsync(cancellationToken)).Any())
        {
            return;
        }

        ClearStaleLock();
        await context.Database.MigrateAsync(cancellationToken);
    }

    /// <summary>
    /// EF Core's own lock is a row that outlives a killed process, and the next start would wait for it for ever. We
    /// hold the operating system's lock, which dies with its process, so a row found now belongs to nobody.
    /// </summary>
    private void ClearStaleLock()
    {
        using var connection = connections.OpenForWriting();
        SqliteConnections.Execute(connection, "DROP TABLE IF EXISTS \"__EFMigrationsLock\";");
    }

    private async Task<FileStream> LockAsync(CancellationToken cancellationToken)
    {
        var file = connections.File + ".migration.lock";
        var startedAt = Stopwatch.GetTimestamp();
        while (true)
        {
            try
            {
                return new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException exception) when (Stopwatch.GetElapsedTime(startedAt) >= timeout)
            {
                throw new StorageUnavailableException(
                    $"Another process has been migrating {connections.File} for {timeout}.", exception);
            }
            catch (IOException)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(100), cancellationToken);
            }
        }
    }
}
