using Npgsql;
using Testcontainers.PostgreSql;

namespace MemoCoach.TestKit;

/// <summary>
/// A real PostgreSQL: in a container where a Docker engine answers, else from the machine's own binaries.
/// Tests share one server in each test process and take a database of their own.
/// </summary>
public sealed class PostgresServer : IAsyncDisposable
{
    internal const string User = "memocoach";
    internal const string Password = "memocoach-test";
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);
    private static readonly Lazy<Task<PostgresServer>> Shared = new(StartDedicatedAsync);

    private readonly IServerHost _host;
    private readonly int _port;
    private int _databases;

    private PostgresServer(IServerHost host, int port) => (_host, _port) = (host, port);

    /// <summary>The server that all tests of this process share. Do not stop it.</summary>
    public static Task<PostgresServer> StartAsync() => Shared.Value;

    /// <summary>A server of the caller's own, to stop and to restart.</summary>
    public static async Task<PostgresServer> StartDedicatedAsync()
    {
        var port = FreePort.Next();
        IServerHost host = await DockerEngine.AnswersAsync()
            ? new ContainerHost(new PostgreSqlBuilder("postgres:15-alpine")
                .WithUsername(User).WithPassword(Password).WithDatabase("postgres").WithPortBinding(port, 5432).Build())
            : await LocalPostgres.CreateAsync(port);
        var server = new PostgresServer(host, port);
        await server.StartAgainAsync();
        return server;
    }

    /// <summary>The connection string of a database by its name.</summary>
    public string ConnectionString(string database) =>
        $"Host=127.0.0.1;Port={_port};Username={User};Password={Password};Database={database}";

    /// <summary>Creates an empty database and returns its connection string.</summary>
    public async Task<string> CreateDatabaseAsync()
    {
        var name = $"test_{Environment.ProcessId}_{Interlocked.Increment(ref _databases)}";
        await using var connection = new NpgsqlConnection(Administration);
        await connection.OpenAsync();
        await using var create = new NpgsqlCommand($"CREATE DATABASE {name} TEMPLATE template0 ENCODING 'UTF8'", connection);
        await create.ExecuteNonQueryAsync();
        return ConnectionString(name);
    }

    /// <summary>Stops the server in order; connections are cut, data and address stay.</summary>
    public Task StopAsync() => _host.StopAsync();

    /// <summary>Kills the server, as a power cut would.</summary>
    public Task KillAsync() => _host.KillAsync();

    public async Task StartAgainAsync()
    {
        await _host.StartAsync();
        await Eventually.BecomesTrueAsync(
            async () => _host.LastWords is not null || await AcceptsConnectionsAsync(), StartLimit, "PostgreSQL accepts connections");
        if (_host.LastWords is { } lastWords)
        {
            throw new InvalidOperationException($"PostgreSQL did not start: {lastWords}");
        }
    }

    public async Task RestartAsync()
    {
        await StopAsync();
        await StartAgainAsync();
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    private string Administration => ConnectionString("postgres") + ";Pooling=false;Timeout=3";

    private async Task<bool> AcceptsConnectionsAsync()
    {
        await using var connection = new NpgsqlConnection(Administration);
        await connection.OpenAsync();
        return connection.FullState.HasFlag(System.Data.ConnectionState.Open);
    }
}
