using MemoCoach.Storage;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace MemoCoach.Messaging.Tests.Network;

/// <summary>Takes the receiver's database away, for as long as it is held, and nobody else's.</summary>
public static class ReceiverDatabase
{
    public static async Task<IAsyncDisposable> TakeAwayAsync(TestNetwork network)
    {
        var connectionString = network.ConnectionString("receiver");
        if (network.Provider == StorageProvider.Sqlite)
        {
            var connection = new SqliteConnection(connectionString + ";Pooling=false");
            await connection.OpenAsync();
            connection.BeginTransaction(deferred: false);
            return connection;
        }

        var administration = new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false };
        var database = administration.Database!;
        administration.Database = "postgres";
        await ExecuteAsync(administration, $"ALTER DATABASE {database} ALLOW_CONNECTIONS false");
        await ExecuteAsync(administration, $"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{database}'");
        return new Return(() => ExecuteAsync(administration, $"ALTER DATABASE {database} ALLOW_CONNECTIONS true"));
    }

    private static async Task ExecuteAsync(NpgsqlConnectionStringBuilder settings, string sql)
    {
        await using var connection = new NpgsqlConnection(settings.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private sealed class Return(Func<Task> giveBack) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync() => await giveBack();
    }
}
