using System.Diagnostics;
using Microsoft.Data.Sqlite;

namespace MemoCoach.Storage.Sqlite;

/// <summary>One caller's work in the writer's queue, and the task that the caller waits for.</summary>
internal sealed class SqliteWorkItem
{
    private const int Waiting = 0;
    private const int Running = 1;
    private const int GivenUp = 2;

    private readonly TaskCompletionSource _completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Action<SqliteTransaction>? _work;
    private readonly Action? _exclusiveWork;
    private readonly CancellationToken _cancellationToken;

    // The caller's trace goes with its work to the writer's thread: messages are stamped with it there.
    private readonly ExecutionContext? _callersContext = ExecutionContext.Capture();
    private CancellationTokenRegistration _cancellation;
    private int _state = Waiting;

    public SqliteWorkItem(Action<SqliteTransaction> work, CancellationToken cancellationToken)
    {
        _work = work;
        _cancellationToken = cancellationToken;
    }

    public SqliteWorkItem(Action exclusiveWork, CancellationToken cancellationToken)
    {
        _exclusiveWork = exclusiveWork;
        _cancellationToken = cancellationToken;
    }

    public long EnqueuedAt { get; } = Stopwatch.GetTimestamp();

    public bool IsExclusive => _exclusiveWork is not null;

    public Task Completion => _completion.Task;

    /// <summary>Lets a caller that gives up go at once, and not only when its turn comes.</summary>
    public void WatchForCancellation()
    {
        if (_cancellationToken.CanBeCanceled)
        {
            _cancellation = _cancellationToken.UnsafeRegister(item => ((SqliteWorkItem)item!).GiveUp(), this);
        }
    }

    /// <summary>For work that found no place in the queue.</summary>
    public void Forget() => _cancellation.Unregister();

    /// <summary>False for work that its caller gave up before its turn came.</summary>
    public bool ClaimForRun()
    {
        if (_cancellationToken.IsCancellationRequested)
        {
            GiveUp();
        }

        return Interlocked.CompareExchange(ref _state, Running, Waiting) == Waiting;
    }

#pragma warning disable CA1031 // a unit's failure is its caller's, whatever it is
    /// <summary>False where the work failed; its caller has been told.</summary>
    public bool Run(SqliteTransaction transaction)
    {
        try
        {
            InCallersContext(() => _work!(transaction));
            return true;
        }
        catch (Exception exception) when (!SqliteErrors.IsUnavailable(exception))
        {
            End(exception);
            return false;
        }
    }

    public void RunAlone()
    {
        try
        {
            InCallersContext(_exclusiveWork!);
            Succeed();
        }
        catch (Exception exception)
        {
            Fail(exception);
        }
    }
#pragma warning restore CA1031

    public void Succeed()
    {
        Forget();
        _completion.TrySetResult();
    }

    public void Fail(Exception exception) => End(
        SqliteErrors.IsUnavailable(exception)
            ? new StorageUnavailableException("The database cannot write now.", exception)
            : exception);

    private void End(Exception exception)
    {
        Forget();
        _completion.TrySetException(exception);
    }

    private void InCallersContext(Action work)
    {
        if (_callersContext is null)
        {
            work();
        }
        else
        {
            ExecutionContext.Run(_callersContext, static work => ((Action)work!)(), work);
        }
    }

    private void GiveUp()
    {
        if (Interlocked.CompareExchange(ref _state, GivenUp, Waiting) == Waiting)
        {
            _completion.TrySetCanceled(_cancellationToken);
        }
    }
}
