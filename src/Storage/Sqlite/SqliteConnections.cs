using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace MemoCoach.Storage.Sqlite;

/// <summary>Opens connections to one database file with the settings that durability needs.</summary>
internal sealed class SqliteConnections(string connectionString, TimeSpan busyTimeout)
{
    private readonly SqliteConnectionStringBuilder _settings = new(connectionString)
    {
        ForeignKeys = true,
        DefaultTimeout = (int)Math.Ceiling(busyTimeout.TotalSeconds),
    };

    /// <summary>Absolute path of the database file.</summary>
    public string File => Path.GetFullPath(_settings.DataSource);

    /// <summary>For contexts outside a unit of work: pooled, and given its pragmas by <see cref="Pragmas"/>.</summary>
    public string PooledConnectionString => _settings.ConnectionString;

    public PragmaInterceptor Pragmas { get; } = new("PRAGMA synchronous=FULL; PRAGMA secure_delete=ON;");

    /// <summary>For queries: a write through such a connection is an error.</summary>
    public PragmaInterceptor ReadOnlyPragmas { get; } = new("PRAGMA query_only=1;");

    /// <summary>A second pool, so that a connection for queries is never handed to a writer.</summary>
    public string ReadConnectionString { get; } =
        new SqliteConnectionStringBuilder(connectionString)
        {
            ForeignKeys = true,
            DefaultTimeout = (int)Math.Ceiling(busyTimeout.TotalSeconds),
            Pooling = true,
            Mode = SqliteOpenMode.ReadWrite,
        }.ConnectionString;

    /// <summary>The connection of the one writer.</summary>
    public SqliteConnection OpenForWriting()
    {
        var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder(_settings.ConnectionString) { Pooling = false }.ConnectionString);
        connection.Open();
        Execute(connection, "PRAGMA synchronous=FULL; PRAGMA secure_delete=ON;");
        return connection;
    }

    /// <summary>
    /// Creates the file where there is none. <c>auto_vacuum</c> is laid down before the first table: later it would take
    /// a full VACUUM to change. Write-ahead logging is a property of the file from then on.
    /// </summary>
    public void EnsureCreated()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(File)!);
        using var connection = OpenForWriting();
        Execute(connection, "PRAGMA auto_vacuum=INCREMENTAL; PRAGMA journal_mode=WAL;");
    }

    public static void Execute(DbConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // constants of this file and of the migrator only
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }

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
