using System.Collections.Concurrent;
using System.Threading.Channels;
using MemoCoach.Contracts;
using MemoCoach.Evaluation.Application;
using MemoCoach.Storage;
using Microsoft.Extensions.Options;

namespace MemoCoach.Evaluation.Infrastructure;

/// <summary>Leases jobs and has a fixed number of workers review them.</summary>
internal sealed partial class EvaluationWorkers(
    IEvaluationStorage storage,
    LeaseJobs leaseJobs,
    EvaluateMemo evaluateMemo,
    IActiveRubric activeRubric,
    JobSignal signal,
    IOptions<EvaluationOptions> options,
    TimeProvider clock,
    ILogger<EvaluationWorkers> logger) : BackgroundService
{
    private readonly ConcurrentDictionary<Guid, LeasedJob> _held = new();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        if (options.Value.Workers == 0)
        {
            LogPaused();
            return;
        }

        try
        {
            // Without a rubric nothing can be reviewed, and jobs leased now would only be held back.
            await activeRubric.GetAsync(stoppingToken);
            await storage.WriteAsync(
                async (session, token) =>
                {
                    await session.ExpireLeasesOfDeadProcessAsync(clock.GetUtcMicroseconds(), token);
                    return true;
                },
                stoppingToken);

            var jobs = Channel.CreateBounded<LeasedJob>(options.Value.LeaseBatch);
            var workers = Enumerable.Range(0, options.Value.Workers).Select(_ => Task.Run(() => WorkAsync(jobs.Reader, stoppingToken), stoppingToken));
            await Task.WhenAll([LeaseAsync(jobs.Writer, stoppingToken), RenewAsync(stoppingToken), .. workers]);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            return;
        }
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        if (_held.IsEmpty)
        {
            return;
        }

        try
        {
            await storage.WriteAsync(
                async (session, token) =>
                {
                    await session.ReleaseAsync([.. _held.Keys], clock.GetUtcMicroseconds(), token);
                    return true;
                },
                cancellationToken);
        }
        catch (StorageUnavailableException exception)
        {
            LogUnavailable(exception.Message); // The leases expire on their own.
        }
    }

    private async Task LeaseAsync(ChannelWriter<LeasedJob> jobs, CancellationToken cancellationToken)
    {
        while (await jobs.WaitToWriteAsync(cancellationToken))
        {
            var free = options.Value.LeaseBatch + options.Value.Workers - _held.Count;
            if (free <= 0 || await TryLeaseAsync(free, cancellationToken) is not { Count: > 0 } leased)
            {
                await signal.WaitAsync(options.Value.PollInterval, cancellationToken);
                continue;
            }

            foreach (var job in leased)
            {
                _held[job.AttemptId] = job;
            }

            foreach (var job in leased)
            {
                await jobs.WriteAsync(job, cancellationToken);
            }
        }
    }

    private async Task<List<LeasedJob>?> TryLeaseAsync(int limit, CancellationToken cancellationToken)
    {
        try
        {
            return await leaseJobs.HandleAsync(limit, cancellationToken);
        }
#pragma warning disable CA1031 // the queue is looked at again after a while, whatever happened
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            LogUnavailable(exception.Message);
            return null;
        }
    }

    private async Task WorkAsync(ChannelReader<LeasedJob> jobs, CancellationToken cancellationToken)
    {
        await foreach (var job in jobs.ReadAllAsync(cancellationToken))
        {
            try
            {
                await evaluateMemo.HandleAsync(job, cancellationToken);
                _held.TryRemove(job.AttemptId, out _);
            }
#pragma warning disable CA1031 // one job's misfortune must not end the worker
            catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
            {
                // The review could not be handed in; the lease runs out and the job is done again.
                LogNotHandedIn(exception, job.SubmissionId);
                _held.TryRemove(job.AttemptId, out _);
            }
        }
    }

    private async Task RenewAsync(CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(options.Value.LeaseDuration / 4, clock);
        while (await timer.WaitForNextTickAsync(cancellationToken))
        {
            if (_held.IsEmpty)
            {
                continue;
            }

            try
            {
                await storage.WriteAsync(
                    async (session, token) =>
                    {
                        await session.RenewLeasesAsync([.. _held.Keys], clock.GetUtcMicroseconds() + options.Value.LeaseDuration, token);
                        return true;
                    },
                    cancellationToken);
            }
#pragma warning disable CA1031 // leases are renewed again a quarter of their time later
            catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
            {
                LogUnavailable(exception.Message);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Evaluation is paused: Evaluation:Workers is 0")]
    private partial void LogPaused();

    [LoggerMessage(Level = LogLevel.Error, Message = "The review of submission {SubmissionId} was not handed in; it will be made again")]
    private partial void LogNotHandedIn(Exception exception, Guid submissionId);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The job queue is not to be had: {Reason}")]
    private partial void LogUnavailable(string reason);
}
