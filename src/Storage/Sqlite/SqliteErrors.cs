using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace MemoCoach.Storage.Sqlite;

internal static class SqliteErrors
{
    /// <summary>
    /// Whether an error says that the database cannot work now, rather than that the unit of work is wrong.
    /// Codes: https://www.sqlite.org/rescode.html.
    /// </summary>
    public static bool IsUnavailable(Exception exception) => Find(exception)?.SqliteErrorCode is
        raw.SQLITE_BUSY or raw.SQLITE_LOCKED or raw.SQLITE_READONLY or raw.SQLITE_IOERR or raw.SQLITE_CORRUPT
        or raw.SQLITE_FULL or raw.SQLITE_CANTOPEN or raw.SQLITE_NOTADB or raw.SQLITE_NOMEM or raw.SQLITE_PROTOCOL;

    public static bool IsUniqueViolation(Exception exception) => Find(exception)?.SqliteExtendedErrorCode is
        raw.SQLITE_CONSTRAINT_UNIQUE or raw.SQLITE_CONSTRAINT_PRIMARYKEY;

    /// <summary>Whether a query tried to write through a connection for queries (<c>PRAGMA query_only</c>).</summary>
    public static bool IsWriteInQuery(Exception exception) => Find(exception)?.SqliteExtendedErrorCode == raw.SQLITE_READONLY;

    private static SqliteException? Find(Exception? exception)
    {
        while (exception is not null and not SqliteException)
        {
            exception = exception.InnerException;
        }

        return exception as SqliteException;
    }
}
