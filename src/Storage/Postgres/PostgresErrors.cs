using System.Net.Sockets;
using Npgsql;

namespace MemoCoach.Storage.Postgres;

internal static class PostgresErrors
{
    /// <summary>The server picked this transaction as the victim of a conflict; run again, it may succeed.</summary>
    public static bool IsConflict(Exception exception) => Find<PostgresException>(exception)?.SqlState is
        PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected;

    public static bool IsUniqueViolation(Exception exception) =>
        Find<PostgresException>(exception)?.SqlState == PostgresErrorCodes.UniqueViolation;

    /// <summary>Whether the server is away, starting, stopping, full or out of connections.</summary>
    public static bool IsUnavailable(Exception exception) =>
        exception is OperationCanceledException
            ? false // Npgsql wraps what the server said about a statement that its caller gave up.
            : Find<PostgresException>(exception) is { } error
            ? error.IsTransient
              || error.SqlState.StartsWith("53", StringComparison.Ordinal) // insufficient resources
              || error.SqlState.StartsWith("57P", StringComparison.Ordinal) // operator intervention
              || error.SqlState == PostgresErrorCodes.ReadOnlySqlTransaction
            : Find<NpgsqlException>(exception) is not null
              || Find<SocketException>(exception) is not null
              || Find<TimeoutException>(exception) is not null;

    /// <summary>Whether a query tried to write through a connection for queries.</summary>
    public static bool IsWriteInQuery(Exception exception) =>
        Find<PostgresException>(exception)?.SqlState == PostgresErrorCodes.ReadOnlySqlTransaction;

    private static T? Find<T>(Exception? exception)
        where T : Exception
    {
        while (exception is not null and not T)
        {
            exception = exception.InnerException;
        }

        return (T?)exception;
    }
}
