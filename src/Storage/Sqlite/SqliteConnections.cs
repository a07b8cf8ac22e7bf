using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace MemoCoach.Storage.Sqlite;

/// <summary>Opens connections to one database file with the settings that durability needs.</summary>
internal sealed class SqliteConnections(string connectionString, TimeSpan busyTimeout)
{
    /// <summary>Absolute path of the database file.</summary>
    public string File { get; } = Path.GetFullPath(new SqliteConnectionStringBuilder(connectionString).DataSource);

    /// <summary>For contexts outside a unit of work: pooled, and given its pragmas by <see cref="Pragmas"/>.</summary>
    public string PooledConnectionString { get; } = Build(connectionString, busyTimeout, SqliteOpenMode.ReadWrite, pooling: true).ConnectionString;

    public PragmaInterceptor Pragmas { get; } = new("PRAGMA synchronous=FULL; PRAGMA secure_delete=ON;");

    /// <summary>For queries: a write through such a connection is an error.</summary>
    public PragmaInterceptor ReadOnlyPragmas { get; } = new("PRAGMA query_only=1;");

    /// <summary>A second pool, so that a connection for queries is never handed to a writer.</summary>
    public string ReadConnectionString { get; } = new SqliteConnectionStringBuilder(
        Build(connectionString, busyTimeout, SqliteOpenMode.ReadWrite, pooling: true).ConnectionString)
    { Cache = SqliteCacheMode.Private }.ConnectionString;

    /// <summary>
    /// The connection of the one writer. It never makes a file: should the database vanish with its folder, an empty one
    /// in its place would hide that.
    /// </summary>
    public SqliteConnection OpenForWriting() => Open(SqliteOpenMode.ReadWrite);

    /// <summary>
    /// Creates the file where there is none. <c>auto_vacuum</c> is laid down before the first table: later it would take
    /// a full VACUUM to change. Write-ahead logging is a property of the file from then on.
    /// </summary>
    public void EnsureCreated()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(File)!);
        using var connection = Open(SqliteOpenMode.ReadWriteCreate);
        Execute(connection, "PRAGMA auto_vacuum=INCREMENTAL; PRAGMA journal_mode=WAL;");
    }

    /// <summary>Closes the connections that wait in the pools, so that the write-ahead log goes back into the file.</summary>
    public void ClosePools()
    {
        foreach (var pooled in (string[])[ReadConnectionString, PooledConnectionString])
        {
            using var connection = new SqliteConnection(pooled);
            SqliteConnection.ClearPool(connection);
        }
    }

    public static void Execute(DbConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // constants of this file and of the migrator only
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }

    private SqliteConnection Open(SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(Build(connectionString, busyTimeout, mode, pooling: false).ConnectionString);
        try
        {
            connection.Open();
            Execute(connection, "PRAGMA synchronous=FULL; PRAGMA secure_delete=ON;");
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private static SqliteConnectionStringBuilder Build(string connectionString, TimeSpan busyTimeout, SqliteOpenMode mode, bool pooling) =>
        new(connectionString)
        {
            ForeignKeys = true,
            DefaultTimeout = (int)Math.Ceiling(busyTimeout.TotalSeconds),
            Mode = mode,
            Pooling = pooling,
        };

    /// <summary>Gives every connection that EF Core opens the pragmas that SQLite forgets between connections.</summary>
    internal sealed class PragmaInterceptor(string pragmas) : DbConnectionInterceptor
    {
        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Execute(connection, pragmas);

        public override Task ConnectionOpenedAsync(
            DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            Execute(connection, pragmas);
            return Task.CompletedTask;
        }
    }
}
