using MemoCoach.Contracts;
using MemoCoach.Storage.Tests.Sample;
using MemoCoach.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace MemoCoach.Storage.Tests;

/// <summary>What every database does, whichever engine stands behind it.</summary>
public abstract class DatabaseTests : IAsyncLifetime
{
    protected static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);
    private SampleHost? _host;

    protected abstract StorageProvider Provider { get; }

    protected Database<SampleDbContext> Database => _host!.Database;

    protected IServiceProvider Services => _host!.Services;

    public async ValueTask InitializeAsync() => _host = await SampleHost.StartAsync(Provider, await NewDatabaseAsync());

    public virtual async ValueTask DisposeAsync()
    {
        await _host!.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected abstract Task<string> NewDatabaseAsync();

    [Fact]
    public async Task Every_kind_of_column_comes_back_as_it_went_in()
    {
        var row = new SampleRow
        {
            At = new DateTimeOffset(2026, 3, 29, 1, 59, 59, TimeSpan.Zero).AddTicks(1_234_560),
            Maybe = DateTimeOffset.MaxValue.TruncateToMicroseconds(),
            Kind = SampleKind.Fancy,
            Number = int.MinValue,
            Big = long.MaxValue,
            Real = 0.1 + 0.2,
            Flag = true,
            Text = string.Concat(Enumerable.Repeat("Größe 🧭 e\u0301 \u202Eשלום\n", 2_500)),
            Unique = "\u0001 'quotes' \"and\" % _ \\",
        };
        await WriteAsync(db => db.Add(row));

        var found = await SingleAsync(row.Id);

        found.ShouldNotBeSameAs(row);
        found.ShouldBeEquivalentTo(row);
    }

    [Fact]
    public async Task Times_are_ordered_and_compared_to_the_microsecond()
    {
        var start = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
        DateTimeOffset[] times = [.. Enumerable.Range(-5, 10).Select(microsecond => start.AddMicroseconds(microsecond))];
        await WriteAsync(db => db.AddRange(times.Shuffle().Select(time => new SampleRow { At = time })));

        var ordered = await Database.ReadAsync((db, token) => db.Rows.OrderBy(row => row.At).Select(row => row.At).ToListAsync(token), default);
        var earlier = await Database.ReadAsync((db, token) => db.Rows.CountAsync(row => row.At < start, token), default);

        ordered.ShouldBe(times);
        earlier.ShouldBe(5);
    }

    [Fact]
    public async Task An_instant_given_in_another_time_zone_is_the_same_instant()
    {
        var row = new SampleRow { At = new DateTimeOffset(2026, 7, 1, 12, 0, 0, TimeSpan.FromHours(5.5)) };
        await WriteAsync(db => db.Add(row));

        var found = await SingleAsync(row.Id);

        found.At.ShouldBe(row.At);
        found.At.Offset.ShouldBe(TimeSpan.Zero);
    }

    [Fact]
    public async Task Ids_are_compared_and_ordered_by_the_time_they_were_made()
    {
        var start = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
        Guid[] ids = [.. Enumerable.Range(0, 300).Select(second => Guid.CreateVersion7(start.AddSeconds(second)))];
        await WriteAsync(db => db.AddRange(ids.Shuffle().Select(id => new SampleRow { Id = id })));

        var middle = ids[150];
        var before = await Database.ReadAsync(
            (db, token) => db.Rows.Where(row => row.Id < middle).OrderByDescending(row => row.Id).Select(row => row.Id).ToListAsync(token), default);

        before.ShouldBe(ids[..150].Reverse());
    }

    [Fact]
    public async Task A_unit_of_work_that_throws_leaves_nothing()
    {
        var row = new SampleRow();

        await Should.ThrowAsync<FormatException>(() => Database.WriteAsync(
            async (db, token) =>
            {
                db.Add(row);
                await db.SaveChangesAsync(token);
                throw new FormatException();
            },
            default));

        (await CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task A_broken_rule_costs_only_the_unit_of_work_that_broke_it()
    {
        await WriteAsync(db => db.Add(new SampleRow { Unique = "taken" }));
        using var opened = new ManualResetEventSlim();
        var first = Database.WriteAsync(
            (db, _) =>
            {
                opened.Wait(Limit, CancellationToken.None); // The others queue up behind this one, and on SQLite share one commit.
                return Task.FromResult(db.Add(new SampleRow()));
            },
            default);
        Task[] others = [.. Enumerable.Range(0, 20).Select(number => WriteAsync(
            db => db.Add(new SampleRow { Unique = number == 7 ? "taken" : $"{number}" })))];
        opened.Set();

        await first;
        (await Should.ThrowAsync<DbUpdateException>(() => others[7])).ShouldSatisfyAllConditions(
            exception => StorageErrors.IsUniqueViolation(exception).ShouldBeTrue());
        foreach (var other in others.Where(other => other != others[7]))
        {
            await other;
        }

        (await CountAsync()).ShouldBe(21);
    }

    [Fact]
    public async Task What_follows_a_commit_sees_it_and_does_not_happen_without_one()
    {
        var happened = new List<string>();
        await Database.WriteAsync(
            (db, _) =>
            {
                db.Add(new SampleRow());
                db.AfterCommit(() => happened.Add($"after {CountAsync().GetAwaiter().GetResult()}"));
                return Task.CompletedTask;
            },
            default);
        await Should.ThrowAsync<FormatException>(() => Database.WriteAsync(
            (db, _) =>
            {
                db.AfterCommit(() => happened.Add("never"));
                throw new FormatException();
            },
            default));

        happened.ShouldBe(["after 1"]);
    }

    [Fact]
    public async Task Work_that_was_given_up_before_its_turn_is_not_done()
    {
        using var givenUp = new CancellationTokenSource();
        await givenUp.CancelAsync();
        var ran = false;

        await Should.ThrowAsync<OperationCanceledException>(() => Database.WriteAsync(
            (_, _) => Task.FromResult(ran = true), givenUp.Token));

        ran.ShouldBeFalse();
    }

    [Fact]
    public async Task A_query_cannot_write()
    {
        await WriteAsync(db => db.Add(new SampleRow()));

        await Should.ThrowAsync<InvalidOperationException>(() => Database.ReadAsync((db, token) => db.Rows.ExecuteDeleteAsync(token), default));
        await Should.ThrowAsync<InvalidOperationException>(() => Database.ReadAsync(
            async (db, token) =>
            {
                db.Add(new SampleRow());
                return await db.SaveChangesAsync(token);
            },
            default));

        (await CountAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task Bulk_changes_belong_to_the_transaction()
    {
        await WriteAsync(db => db.AddRange(Enumerable.Range(0, 5).Select(_ => new SampleRow())));

        await Should.ThrowAsync<FormatException>(() => Database.WriteAsync(
            async (db, token) =>
            {
                (await db.Rows.ExecuteUpdateAsync(rows => rows.SetProperty(row => row.Number, row => row.Number + 1), token)).ShouldBe(5);
                throw new FormatException();
            },
            default));

        (await Database.ReadAsync((db, token) => db.Rows.SumAsync(row => row.Number, token), default)).ShouldBe(0);
    }

    [Fact]
    public async Task Many_writers_at_once_lose_no_update()
    {
        var id = Guid.CreateVersion7();
        await WriteAsync(db => db.Add(new SampleRow { Id = id }));

        await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => Database.WriteAsync(
            (db, token) => db.Rows.Where(row => row.Id == id).ExecuteUpdateAsync(
                rows => rows.SetProperty(row => row.Number, row => row.Number + 1), token),
            default)));

        (await SingleAsync(id)).Number.ShouldBe(100);
    }

    [Fact]
    public async Task A_context_that_a_library_holds_saves_through_the_adapter()
    {
        var committed = 0;
        Database.Committed += _ => Interlocked.Increment(ref committed);
        await using var scope = Services.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<SampleDbContext>();
        var after = 0;
        context.AfterCommit(() => after++);
        context.Add(new SampleRow { Unique = "once" });

        (await context.SaveChangesAsync()).ShouldBe(1);

        committed.ShouldBe(1);
        after.ShouldBe(1);
        (await CountAsync()).ShouldBe(1);
        context.Add(new SampleRow { Unique = "once" });
        await Should.ThrowAsync<DbUpdateException>(() => context.SaveChangesAsync());
    }

    protected Task WriteAsync(Action<SampleDbContext> change) => Database.WriteAsync(
        (db, _) =>
        {
            change(db);
            return Task.CompletedTask;
        },
        default);

    protected Task<int> CountAsync() => Database.ReadAsync((db, token) => db.Rows.CountAsync(token), default);

    private Task<SampleRow> SingleAsync(Guid id) =>
        Database.ReadAsync((db, token) => db.Rows.SingleAsync(row => row.Id == id, token), default);
}

public sealed class SqliteDatabaseTests : DatabaseTests
{
    private readonly TempFolder _folder = new("storage");

    protected override StorageProvider Provider => StorageProvider.Sqlite;

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        _folder.Dispose();
    }

    protected override Task<string> NewDatabaseAsync() => Task.FromResult($"Data Source={_folder.Combine("sample.db")}");
}

public sealed class PostgresDatabaseTests : DatabaseTests
{
    protected override StorageProvider Provider => StorageProvider.Postgres;

    protected override async Task<string> NewDatabaseAsync() => await (await PostgresServer.StartAsync()).CreateDatabaseAsync();

    [Fact]
    public async Task The_victim_of_a_deadlock_is_run_again()
    {
        Guid[] ids = [Guid.CreateVersion7(), Guid.CreateVersion7()];
        await WriteAsync(db => db.AddRange(ids.Select(id => new SampleRow { Id = id })));
        TaskCompletionSource[] holding = [new(), new()];
        var runs = 0;
        var afterCommits = 0;

        Task CrossAsync(int mine, int other) => Database.WriteAsync(
            async (db, token) =>
            {
                Interlocked.Increment(ref runs);
                db.AfterCommit(() => Interlocked.Increment(ref afterCommits));
                await IncrementAsync(db, ids[mine], token);
                holding[mine].TrySetResult();
                await holding[other].Task.WaitAsync(Limit, token);
                await IncrementAsync(db, ids[other], token);
            },
            default);

        await Task.WhenAll(CrossAsync(0, 1), CrossAsync(1, 0)).WaitAsync(Limit);

        runs.ShouldBe(3);
        afterCommits.ShouldBe(2);
        (await Database.ReadAsync((db, token) => db.Rows.Select(row => row.Number).ToListAsync(token), default)).ShouldBe([2, 2]);
    }

    private static Task IncrementAsync(SampleDbContext db, Guid id, CancellationToken cancellationToken) =>
        db.Rows.Where(row => row.Id == id).ExecuteUpdateAsync(
            rows => rows.SetProperty(row => row.Number, row => row.Number + 1), cancellationToken);
}
