using System.Threading.Channels;
using MemoCoach.ConfigService.Application;
using MemoCoach.ConfigService.Domain;
using MemoCoach.Contracts;
using MemoCoach.Messaging;
using MemoCoach.Storage;

namespace MemoCoach.ConfigService.Tests;

/// <summary>What stands in for faults that cannot be had otherwise, and for a service that listens.</summary>
internal static class Doubles
{
    /// <summary>Fails every change made through the API, as a full disk would.</summary>
    public sealed class RefusingStorage(IRevisionStorage storage) : IRevisionStorage
    {
        public Task<IReadOnlyList<DocumentRevision>> ReadActiveAsync(CancellationToken cancellationToken) => storage.ReadActiveAsync(cancellationToken);

        public Task<DocumentRevision?> FindActiveAsync(string name, CancellationToken cancellationToken) => storage.FindActiveAsync(name, cancellationToken);

        public Task<DocumentRevision?> FindAsync(string name, string revision, CancellationToken cancellationToken) =>
            storage.FindAsync(name, revision, cancellationToken);

        public Task<IReadOnlyList<DocumentRevision>> ReadHistoryAsync(string name, int limit, DateTimeOffset? before, CancellationToken cancellationToken) =>
            storage.ReadHistoryAsync(name, limit, before, cancellationToken);

        public Task<bool> TryActivateAsync(DocumentRevision revision, string? expected, CancellationToken cancellationToken) =>
            revision.Source == RevisionSources.Interface
                ? throw new StorageUnavailableException("The disk is full.")
                : storage.TryActivateAsync(revision, expected, cancellationToken);
    }

    public sealed class BackwardsClock : TimeProvider
    {
        private static readonly DateTimeOffset Start = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
        private int _asked;

        public override DateTimeOffset GetUtcNow() => Start.AddSeconds(-Interlocked.Increment(ref _asked));
    }

    public sealed class Heard
    {
        private readonly Channel<ConfigRevisionPublished> _messages =
            Channel.CreateUnbounded<ConfigRevisionPublished>();

        public void Add(ConfigRevisionPublished message) => _messages.Writer.TryWrite(message);

        public async Task<ConfigRevisionPublished> WaitForAsync(Func<ConfigRevisionPublished, bool> condition)
        {
            using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
            while (true)
            {
                var message = await _messages.Reader.ReadAsync(limit.Token);
                if (condition(message))
                {
                    return message;
                }
            }
        }
    }

    public sealed class Listener(Heard heard) : IListener<ConfigRevisionPublished>
    {
        public Task HearAsync(ConfigRevisionPublished message, CancellationToken cancellationToken)
        {
            heard.Add(message);
            return Task.CompletedTask;
        }
    }
}
