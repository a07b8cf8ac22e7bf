using System.ComponentModel.DataAnnotations;

namespace MemoCoach.Storage;

/// <summary>Settings of the section <c>Storage</c>, common to all services of a process.</summary>
public sealed class StorageOptions
{
    public const string Section = "Storage";

    /// <summary>The engine: <c>Sqlite</c> or <c>Postgres</c>.</summary>
    public StorageProvider Provider { get; set; } = StorageProvider.Sqlite;

    /// <summary>Units of work that may wait for SQLite's writer before a caller is told to come back later.</summary>
    [Range(1, 1_000_000)]
    public int WriteQueueLimit { get; set; } = 4_096;

    /// <summary>Units of work that are made durable by one commit (one fsync) on SQLite.</summary>
    [Range(1, 10_000)]
    public int WriteBatchLimit { get; set; } = 128;

    /// <summary>How long SQLite waits for another process (a backup, the command line) to release its lock.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "00:10:00")]
    public TimeSpan BusyTimeout { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>How often a unit of work is run again after PostgreSQL chose it as a deadlock's or conflict's victim.</summary>
    [Range(0, 100)]
    public int ConflictRetries { get; set; } = 5;

    /// <summary>How long a start waits for another process that is migrating the same database.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan MigrationTimeout { get; set; } = TimeSpan.FromMinutes(5);
}
