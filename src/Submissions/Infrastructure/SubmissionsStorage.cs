using MemoCoach.Storage;
using MemoCoach.Submissions.Application;
using Microsoft.EntityFrameworkCore;

namespace MemoCoach.Submissions.Infrastructure;

/// <summary>The service's data on the storage adapter.</summary>
internal sealed class SubmissionsStorage(Database<SubmissionsDbContext> database) : ISubmissionsStorage
{
    private const int RaceRetries = 5;

    public async Task<T> WriteAsync<T>(
        Func<ISubmissionsSession, CancellationToken, Task<T>> unitOfWork, CancellationToken cancellationToken)
    {
        for (var retriesLeft = RaceRetries; ; retriesLeft--)
        {
            try
            {
                return await database.WriteAsync((db, token) => unitOfWork(new SubmissionsSession(db), token), cancellationToken);
            }
            catch (DbUpdateException race) when (retriesLeft > 0 && IsLostRace(race))
            {
                // Two requests took the same draft number or idempotency key on PostgreSQL at the same moment; the one
                // that lost runs again and sees what the other did.
            }
        }
    }

    public Task<T> ReadAsync<T>(
        Func<ISubmissionsSession, CancellationToken, Task<T>> query, CancellationToken cancellationToken) =>
        database.ReadAsync((db, token) => query(new SubmissionsSession(db), token), cancellationToken);

    private static bool IsLostRace(DbUpdateException exception) =>
        exception is DbUpdateConcurrencyException || StorageErrors.IsUniqueViolation(exception);
}
