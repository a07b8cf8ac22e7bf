using MemoCoach.Gateway.Application;
using Microsoft.Extensions.Time.Testing;

namespace MemoCoach.Gateway.Tests;

public sealed class CredentialCacheTests
{
    private readonly Storage _storage = new();
    private readonly FakeTimeProvider _clock = new();
    private readonly CredentialCache<string> _cache;
    private string? _stored = "old";
    private int _questions;

    public CredentialCacheTests() => _cache = new CredentialCache<string>(_storage, _clock);

    [Fact]
    public async Task The_same_question_is_asked_once_a_second()
    {
        (await AskAsync()).ShouldBe("old");
        (await AskAsync()).ShouldBe("old");
        _questions.ShouldBe(1);

        _stored = "written by another replica";
        _clock.Advance(CredentialCache<string>.Lifetime);
        (await AskAsync()).ShouldBe("written by another replica");
    }

    [Fact]
    public async Task What_this_process_writes_counts_at_once()
    {
        await AskAsync();
        _stored = "new";
        _storage.Generation++;

        (await AskAsync()).ShouldBe("new");
    }

    [Fact]
    public async Task An_answer_that_a_write_has_overtaken_is_not_kept()
    {
        // The question is on its way when the write commits.
        (await _cache.GetAsync(
            "key",
            (_, _) =>
            {
                _storage.Generation++;
                return Task.FromResult<string?>("old");
            },
            CancellationToken.None)).ShouldBe("old");
        _stored = "new";

        (await AskAsync()).ShouldBe("new");
    }

    [Fact]
    public async Task That_something_is_missing_is_not_remembered()
    {
        _stored = null;
        (await AskAsync()).ShouldBeNull();
        _stored = "made";

        (await AskAsync()).ShouldBe("made");
    }

    private Task<string?> AskAsync() => _cache.GetAsync(
        "key",
        (_, _) =>
        {
            _questions++;
            return Task.FromResult(_stored);
        },
        CancellationToken.None);

    private sealed class Storage : IAccountStorage
    {
        public long Generation { get; set; }

        public Task<T> WriteAsync<T>(Func<IAccountUnit, CancellationToken, Task<T>> unitOfWork, CancellationToken cancellationToken) =>
            throw new NotSupportedException();

        public Task<T> ReadAsync<T>(Func<IAccountQueries, CancellationToken, Task<T>> query, CancellationToken cancellationToken) =>
            query(null!, cancellationToken);
    }
}
