using MemoCoach.Gateway.Application;
using MemoCoach.Storage;

namespace MemoCoach.Gateway.Infrastructure;

internal sealed class AccountStorage(Database<GatewayDbContext> database) : IAccountStorage
{
    private long _generation;

    public long Generation => Volatile.Read(ref _generation);

    public async Task<T> WriteAsync<T>(Func<IAccountUnit, CancellationToken, Task<T>> unitOfWork, CancellationToken cancellationToken)
    {
        try
        {
            return await database.WriteAsync((context, token) => unitOfWork(new AccountUnit(context), token), cancellationToken);
        }
        finally
        {
            // Also after a failure: a commit whose confirmation was lost has happened all the same.
            Interlocked.Increment(ref _generation);
        }
    }

    public Task<T> ReadAsync<T>(Func<IAccountQueries, CancellationToken, Task<T>> query, CancellationToken cancellationToken) =>
        database.ReadAsync((context, token) => query(new AccountQueries(context), token), cancellationToken);
}
