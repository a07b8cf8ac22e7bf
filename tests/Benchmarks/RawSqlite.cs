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
        var texts = Enumerable.Range(0, 500).Select(i => SampleMemo.OfWords(words, i)).ToArray();
        using var memos = Prepare(connection, "INSERT INTO Memos VALUES ($1, $2, 1)", 2);
        using var submissions = Prepare(connection, "INSERT INTO Submissions VALUES ($1, $2, $3, 1, 'Title', $4, 'Queued', $5, $5)", 5);
        using var outbox = Prepare(connection, "INSERT INTO Outbox VALUES ($1, 'MemoSubmitted', $2, $3, $4, $4, 0)", 4);
        var startedAt = Stopwatch.GetTimestamp();
        for (var i = 0; i < transactions; i++)
        {
            using var transaction = connection.BeginTransaction(deferred: false);
            var (id, memo, text, now) = (Guid.CreateVersion7().ToString(), Guid.CreateVersion7().ToString(), texts[i % texts.Length], i);
            Execute(memos, transaction, memo, writer);
            Execute(submissions, transaction, id, writer, memo, text, now);
            Execute(outbox, transaction, Guid.CreateVersion7().ToString(), text, id, now);
            transaction.Commit();
        }

        return transactions / Stopwatch.GetElapsedTime(startedAt).TotalSeconds;
    }

    private static SqliteCommand Prepare(SqliteConnection connection, string sql, int parameters)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        for (var i = 1; i <= parameters; i++)
        {
            command.Parameters.AddWithValue($"${i}", "");
        }

        command.Prepare();
        return command;
    }

    private static void Execute(SqliteCommand command, SqliteTransaction transaction, params object[] values)
    {
        command.Transaction = transaction;
        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters[i].Value = values[i];
        }

        command.ExecuteNonQuery();
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
