using MemoCoach.TestKit;
using Npgsql;

namespace MemoCoach.ServiceDefaults.Tests.TestKit;

public sealed class PostgresServerTests
{
    [Fact]
    public async Task A_database_is_empty_and_apart_from_every_other_one()
    {
        var server = await PostgresServer.StartAsync();
        var first = await server.CreateDatabaseAsync();
        var second = await server.CreateDatabaseAsync();

        await RunAsync(first, "CREATE TABLE memo (id int)");

        (await CountTablesAsync(first)).ShouldBe(1);
        (await CountTablesAsync(second)).ShouldBe(0);
    }

    [Fact]
    public async Task A_restart_keeps_data_and_address_whether_the_server_was_stopped_or_killed()
    {
        await using var server = await PostgresServer.StartDedicatedAsync();
        var database = await server.CreateDatabaseAsync();
        await RunAsync(database, "CREATE TABLE memo (id int)");

        await server.StopAsync();
        await Should.ThrowAsync<NpgsqlException>(() => CountTablesAsync(database));
        await server.StartAgainAsync();
        (await CountTablesAsync(database)).ShouldBe(1);

        await server.KillAsync();
        await Should.ThrowAsync<NpgsqlException>(() => CountTablesAsync(database));
        await server.StartAgainAsync();
        (await CountTablesAsync(database)).ShouldBe(1);
    }

    private static async Task RunAsync(string database, string sql)
    {
        await using var connection = new NpgsqlConnection(database + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<long> CountTablesAsync(string database)
    {
        await using var connection = new NpgsqlConnection(database + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'", connection);
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
