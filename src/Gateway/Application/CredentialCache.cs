using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace MemoCoach.Gateway.Application;

/// <summary>
/// Spares the database the same question on every request. What this process writes counts at once: an answer is used
/// only while nothing has been written since it was asked for. What another replica writes counts within
/// <see cref="Lifetime"/>.
/// </summary>
internal sealed class CredentialCache<TValue>(IAccountStorage storage, TimeProvider clock)
    where TValue : class
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(1);

    /// <summary>Far more callers than anyone has in one second; beyond it, the cache starts afresh.</summary>
    private const int Capacity = 10_000;

    private readonly ConcurrentDictionary<string, Entry> _entries = new(StringComparer.Ordinal);

    public async Task<TValue?> GetAsync(
        string key, Func<IAccountQueries, CancellationToken, Task<TValue?>> query, CancellationToken cancellationToken)
    {
        if (TryFind(key, out var known))
        {
            return known;
        }

        // Noted before the question: a write that overtakes the answer makes it worthless.
        var generation = storage.Generation;
        var askedAt = clock.GetTimestamp();
        var value = await storage.ReadAsync(query, cancellationToken);
        if (value is not null)
        {
            if (_entries.Count >= Capacity)
            {
                _entries.Clear();
            }

            _entries[key] = new Entry(value, generation, askedAt);
        }

        return value;
    }

    private bool TryFind(string key, [NotNullWhen(true)] out TValue? value)
    {
        value = _entries.TryGetValue(key, out var entry)
            && entry.Generation == storage.Generation
            && clock.GetElapsedTime(entry.AskedAt) < Lifetime
                ? entry.Value
                : null;
        return value is not null;
    }

    private sealed record Entry(TValue Value, long Generation, long AskedAt);
}
