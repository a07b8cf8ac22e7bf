using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text;
using Testcontainers.RabbitMq;

namespace MemoCoach.TestKit;

/// <summary>
/// A real RabbitMQ with its management API: in a container where a Docker engine answers, else from the machine's own
/// binaries. Tests share one broker in each test process and take a virtual host of their own.
/// </summary>
public sealed class RabbitMqServer : IAsyncDisposable
{
    private const string Guest = "guest";
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(90);
    private static readonly Lazy<Task<RabbitMqServer>> Shared = new(StartDedicatedAsync);

    private readonly IServerHost _host;
    private readonly int _port;
    private readonly HttpClient _management;
    private int _virtualHosts;

    private RabbitMqServer(IServerHost host, int port, int managementPort)
    {
        _host = host;
        _port = port;
        _management = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{managementPort}/"), Timeout = TimeSpan.FromSeconds(10) };
        _management.DefaultRequestHeaders.Authorization =
            new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.ASCII.GetBytes($"{Guest}:{Guest}")));
    }

    /// <summary>The default virtual host; prefer <see cref="CreateVirtualHostAsync"/> on the shared broker.</summary>
    public string ConnectionString => $"amqp://{Guest}:{Guest}@127.0.0.1:{_port}/";

    /// <summary>The management API, authenticated: <c>api/queues</c>, <c>api/connections</c> and so on.</summary>
    public HttpClient Management => _management;

    /// <summary>The broker that all tests of this process share. Do not stop it.</summary>
    public static Task<RabbitMqServer> StartAsync() => Shared.Value;

    /// <summary>A broker of the caller's own, to stop and to restart.</summary>
    public static async Task<RabbitMqServer> StartDedicatedAsync()
    {
        var (port, managementPort) = (FreePort.Next(), FreePort.Next());
        IServerHost host = await DockerEngine.AnswersAsync()
            ? new ContainerHost(new RabbitMqBuilder("rabbitmq:3.13-management-alpine")
                .WithUsername(Guest).WithPassword(Guest).WithHostname("rabbit")
                .WithPortBinding(port, 5672).WithPortBinding(managementPort, 15672).Build())
            : new LocalRabbitMq(port, managementPort);
        var server = new RabbitMqServer(host, port, managementPort);
        await server.StartAgainAsync();
        return server;
    }

    /// <summary>Creates an empty virtual host and returns its connection string.</summary>
    public async Task<string> CreateVirtualHostAsync()
    {
        var name = $"test-{Interlocked.Increment(ref _virtualHosts)}";
        using var created = await _management.PutAsJsonAsync($"api/vhosts/{name}", new { });
        created.EnsureSuccessStatusCode();
        using var permitted = await _management.PutAsJsonAsync(
            $"api/permissions/{name}/{Guest}", new { configure = ".*", write = ".*", read = ".*" });
        permitted.EnsureSuccessStatusCode();
        return ConnectionString + name;
    }

    /// <summary>Stops the broker in order; connections are cut, durable queues, persistent messages and the address stay.</summary>
    public Task StopAsync() => _host.StopAsync();

    /// <summary>Kills the broker, as a power cut would.</summary>
    public Task KillAsync() => _host.KillAsync();

    public async Task StartAgainAsync()
    {
        await _host.StartAsync();
        await Eventually.BecomesTrueAsync(
            async () => _host.LastWords is not null || await AcceptsConnectionsAsync(), StartLimit, "RabbitMQ accepts connections");
        if (_host.LastWords is { } lastWords)
        {
            throw new InvalidOperationException($"RabbitMQ did not start: {lastWords}");
        }
    }

    public async Task RestartAsync()
    {
        await StopAsync();
        await StartAgainAsync();
    }

    public ValueTask DisposeAsync()
    {
        _management.Dispose();
        return _host.DisposeAsync();
    }

    private async Task<bool> AcceptsConnectionsAsync()
    {
        using var answer = await _management.GetAsync("api/health/checks/virtual-hosts");
        answer.EnsureSuccessStatusCode();
        using var client = new TcpClient();
        await client.ConnectAsync("127.0.0.1", _port);
        return client.Connected;
    }
}
