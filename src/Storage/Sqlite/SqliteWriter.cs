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
    private readonly Channel<SqliteWorkItem> _queue;
    private readonly Lazy<Thread> _thread;
    private SqliteConnection? _connection;

    public SqliteWriter(SqliteConnections connections, string service, StorageOptions options)
    {
        _connections = connections;
        _service = service;
        _batchLimit = options.WriteBatchLimit;
        _queue = Channel.CreateBounded<SqliteWorkItem>(new BoundedChannelOptions(options.WriteQueueLimit) { SingleReader = true });
        _thread = new Lazy<Thread>(StartThread);
    }

    /// <summary>Queues work that shares a transaction with its neighbours; the task ends once that is durable.</summary>
    public Task RunAsync(Action<SqliteTransaction> work, CancellationToken cancellationToken) =>
        EnqueueAsync(new SqliteWorkItem(work, cancellationToken));

    /// <summary>Queues work that brings its own connection and transaction, alone.</summary>
    public Task RunExclusiveAsync(Action work, CancellationToken cancellationToken) =>
        EnqueueAsync(new SqliteWorkItem(work, cancellationToken));

    /// <summary>Finishes what waits, so that no caller is left without an answer.</summary>
    public void Dispose()
    {
        _queue.Writer.TryComplete();
        if (_thread.IsValueCreated)
        {
            _thread.Value.Join();
        }

        _connection?.Dispose();
    }

    private Task EnqueueAsync(SqliteWorkItem item)
    {
        if (Thread.CurrentThread == _thread.Value)
        {
            throw new InvalidOperationException("A unit of work began another one: it would wait for itself. Use the context that it was given.");
        }

        item.WatchForCancellation();
        if (!_queue.Writer.TryWrite(item))
        {
            item.Forget();
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
        thread.UnsafeStart(); // Not in the context of whoever happens to write first.
        return thread;
    }

    private void Run()
    {
        var batch = new List<SqliteWorkItem>(_batchLimit);
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
    private void Execute(List<SqliteWorkItem> batch)
    {
        if (batch.Count == 0)
        {
            return;
        }

        var startedAt = Stopwatch.GetTimestamp();
        var succeeded = new List<SqliteWorkItem>(batch.Count);
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
}
