using System.Data.Common;
using MemoCoach.Storage.Tests.Sample;
using MemoCoach.TestKit;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace MemoCoach.Storage.Tests;

/// <summary>The schema comes into being once, whoever starts together, and a newer one is left alone.</summary>
public abstract class MigrationTests
{
    private const string History = "\"__EFMigrationsHistory\"";
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    protected abstract StorageProvider Provider { get; }

    [Fact]
    public async Task Several_starters_migrate_a_fresh_database_once()
    {
        var database = await NewConnectionStringAsync();
        var hosts = Enumerable.Range(0, 6).Select(_ => SampleHost.Build(Provider, database)).ToList();

        await Task.WhenAll(hosts.Select(host => Task.Run(() => host.Database.MigrateAsync(default)))).WaitAsync(Limit);

        (await AskAsync(database, $"SELECT COUNT(*) FROM {History}")).ShouldBe("1");
        (await AskAsync(database, "SELECT COUNT(*) FROM \"Rows\"")).ShouldBe("0");
        foreach (var host in hosts)
        {
            await host.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_second_start_changes_nothing()
    {
        var database = await NewConnectionStringAsync();
        await using (await SampleHost.StartAsync(Provider, database))
        {
        }

        await using var again = await SampleHost.StartAsync(Provider, database);

        (await AskAsync(database, $"SELECT COUNT(*) FROM {History}")).ShouldBe("1");
    }

    [Fact]
    public async Task A_database_of_a_newer_version_is_refused_and_not_touched()
    {
        var database = await NewConnectionStringAsync();
        await AskAsync(database, $"CREATE TABLE {History} (\"MigrationId\" varchar(150) PRIMARY KEY, \"ProductVersion\" varchar(32) NOT NULL)");
        await AskAsync(database, $"INSERT INTO {History} VALUES ('20991231000000_FromTheFuture', '99.0.0')");

        var refused = await Should.ThrowAsync<StorageRefusedException>(() => SampleHost.StartAsync(Provider, database));

        refused.Message.ShouldContain("20991231000000_FromTheFuture");
        (await AskAsync(database, $"SELECT COUNT(*) FROM {History}")).ShouldBe("1");
        await Should.ThrowAsync<DbException>(() => AskAsync(database, "SELECT COUNT(*) FROM \"Rows\""));
    }

    protected abstract Task<string> NewConnectionStringAsync();

    protected abstract DbConnection Connect(string connectionString);

    protected async Task<string?> AskAsync(string database, string sql)
    {
        await using var connection = Connect(database);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (await command.ExecuteScalarAsync())?.ToString();
    }
}

public sealed class SqliteMigrationTests : MigrationTests, IDisposable
{
    private readonly TempFolder _folder = new("migration");

    protected override StorageProvider Provider => StorageProvider.Sqlite;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_lock_that_a_killed_migration_left_does_not_stop_the_next_one()
    {
        var database = await NewConnectionStringAsync();
        await AskAsync(database, "CREATE TABLE \"__EFMigrationsLock\" (\"Id\" INTEGER PRIMARY KEY, \"Timestamp\" TEXT NOT NULL)");
        await AskAsync(database, "INSERT INTO \"__EFMigrationsLock\" VALUES (1, '2026-01-01')");

        await using var host = await SampleHost.StartAsync(Provider, database).WaitAsync(TimeSpan.FromSeconds(20));

        (await AskAsync(database, "SELECT COUNT(*) FROM \"Rows\"")).ShouldBe("0");
    }

    protected override Task<string> NewConnectionStringAsync() => Task.FromResult($"Data Source={_folder.Combine("sample.db")}");

    protected override DbConnection Connect(string connectionString) => new SqliteConnection(connectionString + ";Pooling=false");
}

public sealed class PostgresMigrationTests : MigrationTests
{
    protected override StorageProvider Provider => StorageProvider.Postgres;

    [Fact]
    public async Task A_database_that_does_not_exist_is_created_once()
    {
        var server = await PostgresServer.StartAsync();
        var database = server.ConnectionString($"made_here_{Guid.NewGuid():N}");
        var hosts = Enumerable.Range(0, 4).Select(_ => SampleHost.Build(Provider, database)).ToList();

        await Task.WhenAll(hosts.Select(host => Task.Run(() => host.Database.MigrateAsync(default))));

        (await AskAsync(database, "SELECT COUNT(*) FROM \"__EFMigrationsHistory\"")).ShouldBe("1");
        foreach (var host in hosts)
        {
            await host.DisposeAsync();
        }
    }

    protected override async Task<string> NewConnectionStringAsync() => await (await PostgresServer.StartAsync()).CreateDatabaseAsync();

    protected override DbConnection Connect(string connectionString) => new NpgsqlConnection(connectionString + ";Pooling=false");
}
