using MemoCoach.Storage.Tests.Sample;
using MemoCoach.TestKit;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace MemoCoach.Storage.Tests;

/// <summary>The writer's queue and its thread when things go wrong.</summary>
public sealed class SqliteWriterTests : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);
    private readonly TempFolder _folder = new("writer");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_full_queue_says_so_and_works_on()
    {
        await using var host = await StartAsync(("Storage:WriteQueueLimit", "3"));
        using var gate = new ManualResetEventSlim();
        var first = await BlockAsync(host, gate);
        Task[] queued = [.. Enumerable.Range(0, 3).Select(_ => AddAsync(host))];

        var refused = await Should.ThrowAsync<StorageUnavailableException>(() => AddAsync(host));

        refused.Message.ShouldContain("3 writes wait");
        gate.Set();
        await Task.WhenAll([first, .. queued]).WaitAsync(Limit);
        await AddAsync(host);
        (await CountAsync(host)).ShouldBe(4);
    }

    [Fact]
    public async Task A_caller_that_gives_up_while_it_waits_is_let_go_at_once()
    {
        await using var host = await StartAsync();
        using var gate = new ManualResetEventSlim();
        var first = await BlockAsync(host, gate);
        using var patience = new CancellationTokenSource();
        var waiting = host.Database.WriteAsync((db, _) => Task.FromResult(db.Add(new SampleRow())), patience.Token);

        await patience.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => waiting.WaitAsync(Limit));
        gate.Set();
        await first;
        await AddAsync(host);
        (await CountAsync(host)).ShouldBe(1);
    }

    [Fact]
    public async Task A_unit_of_work_that_waits_for_another_one_is_refused_instead_of_hanging()
    {
        await using var host = await StartAsync();

        await Should.ThrowAsync<InvalidOperationException>(() => host.Database.WriteAsync(async (_, _) => await AddAsync(host), default).WaitAsync(Limit));

        await AddAsync(host);
    }

    [Fact]
    public async Task Everything_that_waits_when_the_database_closes_gets_its_answer()
    {
        var host = await StartAsync();
        var database = host.Database;
        using var gate = new ManualResetEventSlim();
        var first = await BlockAsync(host, gate);
        Task[] queued = [.. Enumerable.Range(0, 50).Select(_ => AddAsync(host))];

        var closing = Task.Run(async () => await host.DisposeAsync());
        gate.Set();
        await closing.WaitAsync(Limit);

        await Task.WhenAll([first, .. queued]).WaitAsync(Limit);
        await Should.ThrowAsync<StorageUnavailableException>(
            () => database.WriteAsync((db, _) => Task.FromResult(db.Add(new SampleRow())), default).WaitAsync(Limit));
        await using var again = await StartAsync();
        (await CountAsync(again)).ShouldBe(50);
    }

    [Fact]
    public async Task A_full_disk_is_unavailable_and_the_writer_recovers_once_there_is_room()
    {
        await using var host = await StartAsync();
        await host.Database.WriteAsync(
            (db, token) => db.Database.ExecuteSqlRawAsync("PRAGMA max_page_count = 20", token), default);

        await Should.ThrowAsync<StorageUnavailableException>(() => host.Database.WriteAsync(
            (db, _) => Task.FromResult(db.Add(new SampleRow { Text = new string('x', 200_000) })), default));

        // The limit belonged to the connection that failed; a new one has room.
        await AddAsync(host);
        (await CountAsync(host)).ShouldBe(1);
    }

    [Fact]
    public async Task A_database_that_another_program_holds_is_unavailable_and_then_works_on()
    {
        await using var host = await StartAsync(("Storage:BusyTimeout", "00:00:00.200"));
        await using var other = new SqliteConnection($"Data Source={File};Pooling=false");
        await other.OpenAsync();
        await using (var transaction = other.BeginTransaction(deferred: false))
        {
            await Should.ThrowAsync<StorageUnavailableException>(() => AddAsync(host));
        }

        await AddAsync(host);
        (await CountAsync(host)).ShouldBe(1);
    }

    [Fact]
    public async Task A_file_that_vanished_is_unavailable_and_not_replaced_by_an_empty_one()
    {
        await using var host = await StartAsync();
        Directory.Move(_folder.Combine("data"), _folder.Combine("elsewhere"));

        await Should.ThrowAsync<StorageUnavailableException>(() => AddAsync(host));

        Directory.Exists(_folder.Combine("data")).ShouldBeFalse();
        Directory.Move(_folder.Combine("elsewhere"), _folder.Combine("data"));
        await AddAsync(host);
    }

    [Fact]
    public async Task One_commit_serves_all_that_wait_and_a_failed_commit_fails_all_of_them()
    {
        await using var host = await StartAsync();
        using var gate = new ManualResetEventSlim();
        var first = await BlockAsync(host, gate);
        Task[] queued =
        [
            AddAsync(host),
            host.Database.WriteAsync((db, token) => db.Database.ExecuteSqlRawAsync("PRAGMA max_page_count = 20", token), default),
            host.Database.WriteAsync((db, _) => Task.FromResult(db.Add(new SampleRow { Text = new string('x', 200_000) })), default),
            AddAsync(host),
        ];
        gate.Set();
        await first;

        foreach (var unit in queued)
        {
            await Should.ThrowAsync<StorageUnavailableException>(() => unit.WaitAsync(Limit));
        }

        (await CountAsync(host)).ShouldBe(0);
        await AddAsync(host);
    }

    private string File => _folder.Combine("data", "sample.db");

    private Task<SampleHost> StartAsync(params (string, string)[] settings) =>
        SampleHost.StartAsync(StorageProvider.Sqlite, $"Data Source={File}", settings);

    private static Task AddAsync(SampleHost host) =>
        host.Database.WriteAsync((db, _) => Task.FromResult(db.Add(new SampleRow())), default);

    private static Task<int> CountAsync(SampleHost host) =>
        host.Database.ReadAsync((db, token) => db.Rows.CountAsync(token), default);

    /// <summary>Keeps the writer busy until the gate opens; returns once it is.</summary>
    private static async Task<Task> BlockAsync(SampleHost host, ManualResetEventSlim gate)
    {
        var busy = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var unit = host.Database.WriteAsync(
            (_, _) =>
            {
                busy.SetResult();
                gate.Wait(Limit, CancellationToken.None);
                return Task.CompletedTask;
            },
            default);
        await busy.Task.WaitAsync(Limit);
        return unit;
    }
}
