using MemoCoach.Evaluation.Application;
using MemoCoach.Storage;

namespace MemoCoach.Evaluation.Infrastructure;

/// <summary>The service's data on the storage adapter.</summary>
internal sealed class EvaluationStorage(Database<EvaluationDbContext> database) : IEvaluationStorage
{
    public Task<T> WriteAsync<T>(
        Func<IEvaluationSession, CancellationToken, Task<T>> unitOfWork, CancellationToken cancellationToken) =>
        database.WriteAsync((db, token) => unitOfWork(new EvaluationSession(db), token), cancellationToken);

    public Task<T> ReadAsync<T>(
        Func<IEvaluationSession, CancellationToken, Task<T>> query, CancellationToken cancellationToken) =>
        database.ReadAsync((db, token) => query(new EvaluationSession(db), token), cancellationToken);
}
