using System.Diagnostics;
using MemoCoach.TestKit;
using Microsoft.Data.Sqlite;

namespace MemoCoach.Benchmarks;

/// <summary>
/// The yardstick of acceptance: bare Microsoft.Data.Sqlite writing the rows that a submission writes (memo, submission,
/// outbox), one durable transaction a memo, on the same disk.
/// </summary>
internal static class RawSqlite
{
    /// <returns>Transactions a second.</returns>
    public static double Measure(int transactions, int words)
    {
        using var folder = new TempFolder("raw-sqlite");
        using var connection = new SqliteConnection($"Data Source={folder.Combine("raw.db")};Pooling=false");
        connection.Open();
        Execute(
            connection,
            """
            PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON;
            CREATE TABLE Memos (Id TEXT PRIMARY KEY, WriterId TEXT, LastDraft INTEGER);
            CREATE TABLE Submissions (Id TEXT PRIMARY KEY, WriterId TEXT, MemoId TEXT, Draft INTEGER, Title TEXT, Text TEXT, Status TEXT, SubmittedAt INTEGER, AnnouncedAt INTEGER);
            CREATE INDEX A ON Submissions (WriterId, Id);
            CREATE UNIQUE INDEX B ON Submissions (MemoId, Draft);
            CREATE INDEX C ON Submissions (AnnouncedAt);
            CREATE TABLE Outbox (Id TEXT PRIMARY KEY, Type TEXT, Payload TEXT, SubmissionId TEXT, CreatedAt INTEGER, NextAttemptAt INTEGER, Attempts INTEGER);
            CREATE INDEX D ON Outbox (NextAttemptAt);
            CREATE INDEX E ON Outbox (SubmissionId);
            """);
        var writer = Guid.NewGuid().ToString();
        var startedAt = Stopwatch.GetTimestamp();
        for (var i = 0; i < transactions; i++)
        {
            using var transaction = connection.BeginTransaction(deferred: false);
            var (id, memo, text, now) = (Guid.CreateVersion7().ToString(), Guid.CreateVersion7().ToString(), SampleMemo.OfWords(words, i), i);
            Execute(connection, "INSERT INTO Memos VALUES ($1, $2, 1)", memo, writer);
            Execute(connection, "INSERT INTO Submissions VALUES ($1, $2, $3, 1, 'Title', $4, 'Queued', $5, $5)", id, writer, memo, text, now);
            Execute(connection, "INSERT INTO Outbox VALUES ($1, 'MemoSubmitted', $2, $3, $4, $4, 0)", Guid.CreateVersion7().ToString(), text, id, now);
            transaction.Commit();
        }

        return transactions / Stopwatch.GetElapsedTime(startedAt).TotalSeconds;
    }

    private static void Execute(SqliteConnection connection, string sql, params object[] values)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters.AddWithValue($"${i + 1}", values[i]);
        }

        command.ExecuteNonQuery();
    }
}
