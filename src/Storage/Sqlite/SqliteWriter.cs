using System.Diagnostics;
using System.Threading.Channels;
using Microsoft.Data.Sqlite;

namespace MemoCoach.Storage.Sqlite;

/// <summary>
/// The one writer of a SQLite database. SQLite allows one at a time anyway, and its callers wait by sleeping; a queue
/// and one thread give them their turn in order, and let those that wait together share one commit.
/// </summary>
internal sealed class SqliteWriter : IDisposable
{
    private readonly SqliteConnections _connections;
    private readonly string _service;
    private readonly int _batchLimit;
    private readonly Channel<WorkItem> _queue;
    private readonly Lazy<Thread> _thread;
    private SqliteConnection? _connection;

    public SqliteWriter(SqliteConnections connections, string service, StorageOptions options)
    {
        _connections = connections;
        _service = service;
        _batchLimit = options.WriteBatchLimit;
        _queue = Channel.CreateBounded<WorkItem>(new BoundedChannelOptions(options.WriteQueueLimit) { SingleReader = true });
        _thread = new Lazy<Thread>(StartThread);
    }

    /// <summary>Queues work that shares a transaction with its neighbours; the task ends once that is durable.</summary>
    public Task RunAsync(Action<SqliteTransaction> work, CancellationToken cancellationToken) =>
        EnqueueAsync(new WorkItem(work, cancellationToken));

    /// <summary>Queues work that brings its own connection and transaction, alone.</summary>
    public Task RunExclusiveAsync(Action work, CancellationToken cancellationToken) =>
        EnqueueAsync(new WorkItem(work, cancellationToken));

    public void Dispose()
    {
        _queue.Writer.TryComplete();
        if (_thread.IsValueCreated)
        {
            _thread.Value.Join();
        }

        _connection?.Dispose();
    }

    private Task EnqueueAsync(WorkItem item)
    {
        _ = _thread.Value;
        if (!_queue.Writer.TryWrite(item))
        {
            return Task.FromException(new StorageUnavailableException(
                _queue.Reader.Completion.IsCompleted || _queue.Reader.Count == 0
                    ? $"The database of '{_service}' is closing."
                    : $"{_queue.Reader.Count} writes wait for the database of '{_service}' already."));
        }

        return item.Completion;
    }

    private Thread StartThread()
    {
        var thread = new Thread(Run) { IsBackground = true, Name = $"sqlite-writer-{_service}" };
        thread.Start();
        return thread;
    }

    private void Run()
    {
        var batch = new List<WorkItem>(_batchLimit);
        while (_queue.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            while (_queue.Reader.TryRead(out var item))
            {
                StorageMetrics.RecordWait(_service, item.EnqueuedAt);
                if (item.ClaimForRun())
                {
                    if (item.IsExclusive)
                    {
                        Execute(batch);
                        item.RunAlone();
                    }
                    else
                    {
                        batch.Add(item);
                    }
                }

                if (batch.Count == _batchLimit)
                {
                    Execute(batch);
                }
            }

            Execute(batch);
        }
    }

    /// <summary>Runs the units of work in one transaction, each in its own savepoint, and commits them together.</summary>
    private void Execute(List<WorkItem> batch)
    {
        if (batch.Count == 0)
        {
            return;
        }

        var startedAt = Stopwatch.GetTimestamp();
        var succeeded = new List<WorkItem>(batch.Count);
        try
        {
            _connection ??= _connections.OpenForWriting();
            using var transaction = _connection.BeginTransaction(deferred: false); // BEGIN IMMEDIATE
            foreach (var item in batch)
            {
                transaction.Save("unit");
                if (item.Run(transaction))
                {
                    succeeded.Add(item);
                }
                else
                {
                    transaction.Rollback("unit");
                }

                transaction.Release("unit");
            }

            transaction.Commit();
        }
#pragma warning disable CA1031 // whatever went wrong belongs to those who wait for this commit, not to the thread
        catch (Exception exception)
#pragma warning restore CA1031
        {
            // The connection may be in any state (a full disk rolls back on its own): start the next batch afresh.
            _connection?.Dispose();
            _connection = null;
            foreach (var item in batch)
            {
                item.Fail(exception);
            }

            batch.Clear();
            return;
        }

        StorageMetrics.RecordCommit(_service, startedAt, succeeded.Count);
        foreach (var item in succeeded)
        {
            item.Succeed();
        }

        batch.Clear();
    }

    private sealed class WorkItem
    {
        private readonly TaskCompletionSource _completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly Action<SqliteTransaction>? _work;
        private readonly Action? _exclusiveWork;
        private readonly CancellationToken _cancellationToken;

        public WorkItem(Action<SqliteTransaction> work, CancellationToken cancellationToken)
        {
            _work = work;
            _cancellationToken = cancellationToken;
        }

        public WorkItem(Action exclusiveWork, CancellationToken cancellationToken)
        {
            _exclusiveWork = exclusiveWork;
            _cancellationToken = cancellationToken;
        }

        public long EnqueuedAt { get; } = Stopwatch.GetTimestamp();

        public bool IsExclusive => _exclusiveWork is not null;

        public Task Completion => _completion.Task;

        /// <summary>False for work that its caller gave up before its turn came.</summary>
        public bool ClaimForRun()
        {
            if (!_cancellationToken.IsCancellationRequested)
            {
                return true;
            }

            _completion.TrySetCanceled(_cancellationToken);
            return false;
        }

#pragma warning disable CA1031 // a unit's failure is its caller's, whatever it is
        /// <summary>False where the work failed; its caller has been told.</summary>
        public bool Run(SqliteTransaction transaction)
        {
            try
            {
                _work!(transaction);
                return true;
            }
            catch (Exception exception) when (!SqliteErrors.IsUnavailable(exception))
            {
                _completion.TrySetException(exception);
                return false;
            }
        }

        public void RunAlone()
        {
            try
            {
                _exclusiveWork!();
                _completion.TrySetResult();
            }
            catch (Exception exception)
            {
                Fail(exception);
            }
        }
#pragma warning restore CA1031

        public void Succeed() => _completion.TrySetResult();

        public void Fail(Exception exception) => _completion.TrySetException(
            SqliteErrors.IsUnavailable(exception)
                ? new StorageUnavailableException("The database cannot write now.", exception)
                : exception);
    }
}
