using MemoCoach.Gateway.Application;
using MemoCoach.Storage;

namespace MemoCoach.Gateway.Infrastructure;

internal sealed class AccountStorage(Database<GatewayDbContext> database) : IAccountStorage
{
    public Task<T> WriteAsync<T>(Func<IAccountUnit, CancellationToken, Task<T>> unitOfWork, CancellationToken cancellationToken) =>
        database.WriteAsync((context, token) => unitOfWork(new AccountUnit(context), token), cancellationToken);

    public Task<T> ReadAsync<T>(Func<IAccountQueries, CancellationToken, Task<T>> query, CancellationToken cancellationToken) =>
        database.ReadAsync((context, token) => query(new AccountQueries(context), token), cancellationToken);
}
