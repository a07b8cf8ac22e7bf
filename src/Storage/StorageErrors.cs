using MemoCoach.Storage.Postgres;
using MemoCoach.Storage.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace MemoCoach.Storage;

/// <summary>Reads the errors of both providers.</summary>
public static class StorageErrors
{
    /// <summary>Whether a unique index or a primary key refused the change.</summary>
    public static bool IsUniqueViolation(DbUpdateException exception) =>
        SqliteErrors.IsUniqueViolation(exception) || PostgresErrors.IsUniqueViolation(exception);
}
