using System.Collections.Concurrent;
using System.Threading.Channels;
using MemoCoach.Contracts;
using MemoCoach.Submissions.Domain;

namespace MemoCoach.Submissions.Application;

/// <summary>Tells those who follow a submission in this process that there is something new.</summary>
internal sealed class SubmissionChanges(TimeProvider clock)
{
    /// <summary>Evaluations of which nothing more was heard are forgotten after this time.</summary>
    private static readonly TimeSpan Memory = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan PruneInterval = TimeSpan.FromMinutes(1);
    private const int PruneAbove = 1_000;

    private readonly ConcurrentDictionary<Guid, ConcurrentDictionary<Follower, bool>> _followers = new();
    private readonly Lock _membership = new();
    private readonly ConcurrentDictionary<Guid, DateTimeOffset> _underWay = new();
    private DateTimeOffset _nextPrune;

    /// <summary>The status to show: that an evaluator is at work is heard, not kept.</summary>
    public SubmissionStatus StatusOf(SubmissionSummary submission) => StatusOf(submission.Id, submission.Status);

    public SubmissionStatus StatusOf(Guid submissionId, SubmissionStatus kept) =>
        kept == SubmissionStatus.Queued && _underWay.ContainsKey(submissionId) ? SubmissionStatus.Evaluating : kept;

    /// <summary>The submission has its answer in the database, or is gone from it.</summary>
    public void Announce(Guid submissionId)
    {
        _underWay.TryRemove(submissionId, out _);
        Tell(submissionId, progress: null);
    }

    /// <summary>The evaluation has come this far.</summary>
    public void Announce(Guid submissionId, EvaluationProgress progress)
    {
        if (progress.Stage is EvaluationStages.Queued or EvaluationStages.Finished)
        {
            _underWay.TryRemove(submissionId, out _);
        }
        else
        {
            Remember(submissionId);
        }

        Tell(submissionId, progress);
    }

    private void Remember(Guid submissionId)
    {
        var now = clock.GetUtcNow();
        _underWay[submissionId] = now;
        lock (_membership)
        {
            if (_underWay.Count <= PruneAbove || now < _nextPrune)
            {
                return;
            }

            _nextPrune = now + PruneInterval;
        }

        foreach (var (id, heardAt) in _underWay)
        {
            if (now - heardAt > Memory)
            {
                _underWay.TryRemove(id, out _);
            }
        }
    }

    private void Tell(Guid submissionId, EvaluationProgress? progress)
    {
        if (_followers.TryGetValue(submissionId, out var followers))
        {
            foreach (var follower in followers.Keys)
            {
                follower.Tell(progress);
            }
        }
    }

    public Follower Follow(Guid submissionId)
    {
        var follower = new Follower(this, submissionId);

        // The last one who leaves takes the list away; nobody may join it meanwhile, they would hear nothing.
        lock (_membership)
        {
            _followers.GetOrAdd(submissionId, _ => new())[follower] = true;
        }

        return follower;
    }

    private void Leave(Follower follower)
    {
        lock (_membership)
        {
            if (_followers.TryGetValue(follower.SubmissionId, out var followers) && followers.TryRemove(follower, out _) && followers.IsEmpty)
            {
                _followers.TryRemove(follower.SubmissionId, out _);
            }
        }
    }

    /// <summary>One page's view of one submission. Only the newest news matters, so nothing piles up.</summary>
    internal sealed class Follower(SubmissionChanges changes, Guid submissionId) : IDisposable
    {
        private readonly Channel<EvaluationProgress?> _news = Channel.CreateBounded<EvaluationProgress?>(
            new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest });

        public Guid SubmissionId => submissionId;

        public void Tell(EvaluationProgress? progress) => _news.Writer.TryWrite(progress);

        public ValueTask<bool> WaitAsync(CancellationToken cancellationToken) => _news.Reader.WaitToReadAsync(cancellationToken);

        public EvaluationProgress? Read() => _news.Reader.TryRead(out var progress) ? progress : null;

        public void Dispose() => changes.Leave(this);
    }
}

/// <param name="QueuePosition">Jobs ahead of this one plus one, while it waits.</param>
internal sealed record EvaluationProgress(string Stage, int? QueuePosition);
