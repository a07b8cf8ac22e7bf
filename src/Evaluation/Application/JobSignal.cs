namespace MemoCoach.Evaluation.Application;

/// <summary>Wakes the workers of this process when a job was queued here.</summary>
internal sealed class JobSignal : IDisposable
{
    private readonly SemaphoreSlim _signal = new(0, 1);

    public void Set()
    {
        try
        {
            _signal.Release();
        }
        catch (SemaphoreFullException)
        {
            // A wake-up is pending already, and one is enough.
        }
    }

    /// <summary>Ends at the next signal, or after <paramref name="limit"/>: jobs may come from elsewhere.</summary>
    public Task WaitAsync(TimeSpan limit, CancellationToken cancellationToken) => _signal.WaitAsync(limit, cancellationToken);

    public void Dispose() => _signal.Dispose();
}
