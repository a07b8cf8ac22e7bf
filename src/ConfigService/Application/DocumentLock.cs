namespace MemoCoach.ConfigService.Application;

/// <summary>
/// Lets one change at a time touch the working copy of this process. Replicas are kept apart by the database, which
/// activates a revision only on top of the one it was made against.
/// </summary>
public sealed class DocumentLock : IDisposable
{
    private readonly SemaphoreSlim _semaphore = new(1, 1);

    public async Task<T> HoldAsync<T>(Func<Task<T>> work, CancellationToken cancellationToken)
    {
        await _semaphore.WaitAsync(cancellationToken);
        try
        {
            return await work();
        }
        finally
        {
            _semaphore.Release();
        }
    }

    public void Dispose() => _semaphore.Dispose();
}
