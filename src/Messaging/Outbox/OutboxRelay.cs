using System.Collections.Concurrent;
using System.Diagnostics;
using System.Reflection;
using MemoCoach.Contracts;
using MemoCoach.Messaging.Inbox;
using MemoCoach.Messaging.Transport;
using MemoCoach.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace MemoCoach.Messaging.Outbox;

/// <summary>
/// Delivers what a service's transactions left in its outbox: woken by each commit, and by a timer for what a crash or a
/// failure left. A row is deleted only after its delivery is certain, so a message may arrive twice and never less than
/// once; the consumers' inboxes make that exactly once.
/// </summary>
internal sealed partial class OutboxRelay<TContext> : BackgroundService
    where TContext : ServiceDbContext
{
    private static readonly TimeSpan PurgeInterval = TimeSpan.FromHours(1);
    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(5);
    private const string ActivityName = "outbox deliver";
    private static readonly ActivitySource Activities = new("MemoCoach.Messaging");

    private readonly Database<TContext> _database;
    private readonly IMessageTransport _transport;
    private readonly MessagingOptions _options;
    private readonly TimeProvider _clock;
    private readonly ILogger<OutboxRelay<TContext>> _logger;

    // Not disposed: a commit that is under way while the process stops may still release it, and it holds no handle.
    private readonly SemaphoreSlim _wake = new(0, 1);
    private DateTimeOffset _nextPurge;

    public OutboxRelay(
        Database<TContext> database,
        IMessageTransport transport,
        IOptions<MessagingOptions> options,
        TimeProvider clock,
        ILogger<OutboxRelay<TContext>> logger)
    {
        _database = database;
        _transport = transport;
        _options = options.Value;
        _clock = clock;
        _logger = logger;
        _database.Committed += WakeAfter;
    }

    public override void Dispose()
    {
        _database.Committed -= WakeAfter;
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        await _transport.WaitUntilReadyAsync(stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await PurgeAsync(stoppingToken);
                if (await RelayBatchAsync(stoppingToken) == 0)
                {
                    await _wake.WaitAsync(_options.RelayInterval, stoppingToken);
                }
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // the relay outlives whatever its database does
            catch (Exception exception)
#pragma warning restore CA1031
            {
                LogStalled(exception, _database.Service);
                await _wake.WaitAsync(_options.RelayInterval, stoppingToken);
            }
        }
    }

    private void WakeAfter(TContext context)
    {
        if (context.HasOutgoingMessages && _wake.CurrentCount == 0)
        {
            try
            {
                _wake.Release();
            }
            catch (SemaphoreFullException)
            {
                // Two commits at once: one wake-up serves both.
            }
        }
    }

    /// <returns>The number of messages delivered; rows that failed wait for their next attempt.</returns>
    private async Task<int> RelayBatchAsync(CancellationToken cancellationToken)
    {
        var batch = await TakeAsync(cancellationToken);
        if (batch.Count == 0)
        {
            return 0;
        }

        var delivered = new ConcurrentBag<Guid>();
        var failed = new ConcurrentBag<(OutboxMessage Message, Exception Exception)>();
        try
        {
            await Parallel.ForEachAsync(
                batch,
                new ParallelOptions { MaxDegreeOfParallelism = _options.RelayConcurrency, CancellationToken = cancellationToken },
                async (message, token) =>
                {
                    try
                    {
                        await DeliverAsync(message, token);
                        delivered.Add(message.Id);
                    }
#pragma warning disable CA1031 // the reason is kept with the row, which stays
                    catch (Exception exception) when (!token.IsCancellationRequested)
#pragma warning restore CA1031
                    {
                        failed.Add((message, exception));
                    }
                });
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // On the way out: what was delivered is not delivered again, and the rest is free for others at once.
            using var limit = new CancellationTokenSource(StopLimit);
            var settled = delivered.Concat(failed.Select(failure => failure.Message.Id)).ToHashSet();
            await SettleAsync([.. delivered], [.. failed], limit.Token);
            await ReleaseAsync([.. batch.Select(message => message.Id).Where(id => !settled.Contains(id))], limit.Token);
            throw;
        }

        await SettleAsync([.. delivered], [.. failed], cancellationToken);
        return delivered.Count;
    }

    private Task<List<OutboxMessage>> TakeAsync(CancellationToken cancellationToken)
    {
        var now = _clock.GetUtcMicroseconds();
        if (_database.Provider == StorageProvider.Sqlite)
        {
            return _database.ReadAsync(
                (db, token) => db.Set<OutboxMessage>()
                    .Where(message => message.NextAttemptAt <= now)
                    .OrderBy(message => message.Id)
                    .Take(_options.RelayBatch)
                    .ToListAsync(token),
                cancellationToken);
        }

        // Several replicas share a PostgreSQL outbox: each row is taken by one of them, and is free again after a while
        // in case that one dies.
        var until = now + _options.DeliveryTimeout + _options.DeliveryTimeout;
        return _database.WriteAsync(
            (db, token) => db.Set<OutboxMessage>()
                .FromSql(
                    $"""
                    UPDATE "Outbox" SET "NextAttemptAt" = {until}
                    WHERE "Id" IN (
                        SELECT "Id" FROM "Outbox" WHERE "NextAttemptAt" <= {now}
                        ORDER BY "Id" LIMIT {_options.RelayBatch} FOR UPDATE SKIP LOCKED)
                    RETURNING *
                    """)
                .AsNoTracking()
                .ToListAsync(token),
            cancellationToken);
    }

    private async Task DeliverAsync(OutboxMessage row, CancellationToken cancellationToken)
    {
        using var activity = Activities.StartActivity(ActivityName, ActivityKind.Producer, row.TraceParent) ?? Continue(row.TraceParent);
        activity?.SetTag("messaging.message.id", row.Id);
        activity?.SetTag("messaging.message.type", row.Type);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(_options.DeliveryTimeout);
        var message = MessageTypes.Deserialize(row.Type, row.Payload);
        var requiresConsumer = message.GetType().GetCustomAttribute<RequiresConsumerAttribute>() is not null;
        await _transport.DeliverAsync(row.Id, message, requiresConsumer, limit.Token);
    }

    /// <summary>Where nobody records traces, logs and messages still carry the id of the request.</summary>
    private static Activity? Continue(string? traceParent) =>
        traceParent is null ? null : new Activity(ActivityName).SetParentId(traceParent).Start();

    private Task ReleaseAsync(Guid[] ids, CancellationToken cancellationToken) => _database.WriteAsync(
        (db, token) => db.Set<OutboxMessage>().Where(row => ids.Contains(row.Id)).ExecuteUpdateAsync(
            row => row.SetProperty(outbox => outbox.NextAttemptAt, OutboxMessage.AtOnce), token),
        cancellationToken);

    private Task SettleAsync(
        Guid[] delivered, (OutboxMessage Message, Exception Exception)[] failed, CancellationToken cancellationToken)
    {
        foreach (var (message, exception) in failed)
        {
            LogNotDelivered(_database.Service, message.Type, message.Id, message.Attempts + 1, exception.Message);
        }

        return _database.WriteAsync(
            async (db, token) =>
            {
                if (delivered.Length > 0)
                {
                    await db.Set<OutboxMessage>().Where(row => EF.Parameter(delivered).Contains(row.Id)).ExecuteDeleteAsync(token);
                }

                foreach (var (message, exception) in failed)
                {
                    var error = $"{exception.GetType().Name}: {exception.Message}";
                    var next = _clock.GetUtcMicroseconds() + BackOff(message.Attempts);
                    await db.Set<OutboxMessage>().Where(row => row.Id == message.Id).ExecuteUpdateAsync(
                        row => row
                            .SetProperty(outbox => outbox.Attempts, outbox => outbox.Attempts + 1)
                            .SetProperty(outbox => outbox.NextAttemptAt, next)
                            .SetProperty(outbox => outbox.LastError, error),
                        token);
                }
            },
            cancellationToken);
    }

    private TimeSpan BackOff(int attempts)
    {
        var wait = TimeSpan.FromMilliseconds(250 * Math.Pow(2, Math.Min(attempts, 20)));
        return wait < _options.RelayRetryLimit ? wait : _options.RelayRetryLimit;
    }

    private async Task PurgeAsync(CancellationToken cancellationToken)
    {
        var now = _clock.GetUtcMicroseconds();
        if (now < _nextPurge)
        {
            return;
        }

        _nextPurge = now + PurgeInterval;
        var before = now - _options.InboxRetention;
        await _database.WriteAsync(
            (db, token) => db.Set<InboxMessage>().Where(row => row.HandledAt < before).ExecuteDeleteAsync(token),
            cancellationToken);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The outbox of {Service} could not deliver {Type} {MessageId}, attempt {Attempt}: {Reason}")]
    private partial void LogNotDelivered(string service, string type, Guid messageId, int attempt, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "The outbox of {Service} stands still")]
    private partial void LogStalled(Exception exception, string service);
}
