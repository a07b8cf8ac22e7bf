using MemoCoach.Storage.Tests.Sample;
using MemoCoach.TestKit;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace MemoCoach.Storage.Tests;

/// <summary>How a SQLite file is laid down, and who may work on it.</summary>
public sealed class SqliteFileTests : IDisposable
{
    private readonly TempFolder _folder = new("file");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_file_is_in_write_ahead_mode_and_gives_back_its_pages()
    {
        await using var host = await StartAsync();

        (await AskFileAsync("PRAGMA journal_mode")).ShouldBe("wal");
        (await AskFileAsync("PRAGMA auto_vacuum")).ShouldBe("2");
    }

    [Theory]
    [InlineData("synchronous", 2)]
    [InlineData("foreign_keys", 1)]
    [InlineData("secure_delete", 1)]
    public async Task Whoever_writes_writes_durably_and_completely(string pragma, long value)
    {
        await using var host = await StartAsync();
        await using var scope = host.Services.CreateAsyncScope();
        var held = scope.ServiceProvider.GetRequiredService<SampleDbContext>();

        (await host.Database.WriteAsync((db, _) => Task.FromResult(Ask(db, pragma)), default)).ShouldBe(value);
        Ask(held, pragma).ShouldBe(value);
    }

    [Fact]
    public async Task A_second_process_is_refused()
    {
        await using var host = await StartAsync();

        var refused = await Should.ThrowAsync<StorageRefusedException>(StartAsync);

        refused.Message.ShouldContain(File);
        refused.Message.ShouldContain("Storage__Provider");
    }

    [Fact]
    public async Task The_claim_ends_with_the_process_that_held_it()
    {
        await (await StartAsync()).DisposeAsync();

        await (await StartAsync()).DisposeAsync();
    }

    [Fact]
    public async Task After_an_orderly_stop_the_file_stands_alone()
    {
        var host = await StartAsync();
        await host.Database.WriteAsync((db, _) => Task.FromResult(db.Add(new SampleRow())), default);
        await host.Database.ReadAsync((db, token) => db.Rows.CountAsync(token), default);

        await host.DisposeAsync();

        System.IO.File.Exists(File + "-wal").ShouldBeFalse();
        (await AskFileAsync("SELECT COUNT(*) FROM Rows")).ShouldBe("1");
    }

    private string File => _folder.Combine("sample.db");

    private Task<SampleHost> StartAsync() => SampleHost.StartAsync(StorageProvider.Sqlite, $"Data Source={File}");

    private async Task<string?> AskFileAsync(string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={File};Pooling=false");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (await command.ExecuteScalarAsync())?.ToString();
    }

    private static long Ask(SampleDbContext db, string pragma)
    {
        db.Database.OpenConnection();
        using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"PRAGMA {pragma}";
        command.Transaction = (db.Database.CurrentTransaction as Microsoft.EntityFrameworkCore.Infrastructure.IInfrastructure<System.Data.Common.DbTransaction>)?.Instance;
        return (long)command.ExecuteScalar()!;
    }
}
