namespace MemoCoach.TestKit;

/// <summary>
/// RabbitMQ from the machine's own binaries, apart from any broker that the machine runs: own node, own port mapper,
/// own cookie, everything on loopback. Debian's wrappers in /usr/sbin are bypassed, they insist on the system's broker.
/// </summary>
internal sealed class LocalRabbitMq(int port, int managementPort) : IServerHost
{
    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(60);

    private readonly TempFolder _folder = new("rabbitmq");
    private readonly int _distributionPort = FreePort.Next();
    private readonly int _mapperPort = FreePort.Next();
    private GuardedProcess? _process;

    public string? LastWords => _process is { HasExited: true } process ? process.Log : null;

    public async Task StartAsync()
    {
        var server = FindServer();
        var configuration = _folder.WriteFile(
            "rabbitmq.conf",
            $"""
            listeners.tcp.1 = 127.0.0.1:{port}
            management.tcp.ip = 127.0.0.1
            management.tcp.port = {managementPort}
            disk_free_limit.absolute = 50MB
            log.file = false
            log.console = true
            log.console.level = warning

            """);
        var plugins = _folder.WriteFile("enabled_plugins", "[rabbitmq_management].\n");

        // The port mapper in the foreground is part of the same process group and so ends with the broker.
        const string command = """epmd -port "$ERL_EPMD_PORT" -address 127.0.0.1 & exec "$0" """;
        _process = await GuardedProcess.StartAsync(
            "bash",
            ["-c", command, server],
            new Dictionary<string, string?>
            {
                ["HOME"] = _folder.Path,
                ["ERL_EPMD_ADDRESS"] = "127.0.0.1",
                ["ERL_EPMD_PORT"] = $"{_mapperPort}",
                ["RABBITMQ_NODENAME"] = $"test{port}@localhost",
                ["RABBITMQ_NODE_IP_ADDRESS"] = "127.0.0.1",
                ["RABBITMQ_NODE_PORT"] = $"{port}",
                ["RABBITMQ_DIST_PORT"] = $"{_distributionPort}",
                ["RABBITMQ_MNESIA_BASE"] = _folder.Combine("mnesia"),
                ["RABBITMQ_LOG_BASE"] = _folder.Combine("log"),
                ["RABBITMQ_PID_FILE"] = _folder.Combine("pid"),
                ["RABBITMQ_CONF_ENV_FILE"] = "/dev/null",
                ["RABBITMQ_CONFIG_FILE"] = configuration,
                ["RABBITMQ_ENABLED_PLUGINS_FILE"] = plugins,
                // Idle schedulers that spin would take time from the tests on a small machine.
                ["RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS"] =
                    "-kernel inet_dist_use_interface {127,0,0,1} +sbwt none +sbwtdcpu none +sbwtdio none",
                // Makes the script become the Erlang machine instead of its parent, so that our signals reach it.
                ["RUNNING_UNDER_SYSTEMD"] = "true",
            },
            deleteWhenOrphaned: _folder.Path);
    }

    public async Task StopAsync()
    {
        if (_process is { } process)
        {
            process.Signal(GuardedProcess.SigTerm);
            await process.WaitForExitAsync(StopLimit);
        }
    }

    public async Task KillAsync()
    {
        if (_process is { } process)
        {
            await process.DisposeAsync();
            _process = null;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        _folder.Dispose();
    }

    private static string FindServer()
    {
        const string debian = "/usr/lib/rabbitmq/lib";
        return (Directory.Exists(debian) ? Directory.GetDirectories(debian) : [])
            .Select(folder => Path.Combine(folder, "sbin", "rabbitmq-server"))
            .Where(File.Exists)
            .Order(StringComparer.Ordinal)
            .LastOrDefault()
            ?? throw new InvalidOperationException(
                "No RabbitMQ: neither a Docker engine answers nor is it installed (Debian: rabbitmq-server). ./test.sh installs it.");
    }
}
