namespace MemoCoach.TestKit;

/// <summary>
/// PostgreSQL from the machine's own binaries. It refuses to run as root, so root hands it to the account
/// <c>postgres</c> that comes with Debian's package.
/// </summary>
internal sealed class LocalPostgres : IServerHost
{
    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(60);

    private readonly TempFolder _folder = new("postgres");
    private readonly string _binaries;
    private readonly int _port;
    private GuardedProcess? _process;

    private LocalPostgres(string binaries, int port) => (_binaries, _port) = (binaries, port);

    public static async Task<LocalPostgres> CreateAsync(int port)
    {
        var server = new LocalPostgres(FindBinaries(), port);
        await server.InitialiseAsync();
        return server;
    }

    public string? LastWords => _process is { HasExited: true } process ? process.Log : null;

    public async Task StartAsync()
    {
        // The data of a test need not survive a power cut of the machine: without fsync the tests run much faster.
        var (file, arguments) = AsPostgres(
            "postgres",
            "-D", _folder.Combine("data"),
            "-p", $"{_port}",
            "-c", "listen_addresses=127.0.0.1",
            "-c", $"unix_socket_directories={_folder.Path}",
            "-c", "fsync=off",
            "-c", "max_connections=300",
            "-c", "shared_buffers=64MB");
        _process = await GuardedProcess.StartAsync(file, arguments, deleteWhenOrphaned: _folder.Path);
    }

    public async Task StopAsync()
    {
        if (_process is { } process)
        {
            process.Signal(GuardedProcess.SigInt);
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

    private async Task InitialiseAsync()
    {
        var passwordFile = _folder.WriteFile("password", PostgresServer.Password);
        if (Environment.IsPrivilegedProcess)
        {
            await GuardedProcess.RunAsync("chown", ["-R", "postgres:postgres", _folder.Path]);
        }

        var (file, arguments) = AsPostgres(
            "initdb",
            "-A", "scram-sha-256", "-U", PostgresServer.User, "--pwfile", passwordFile,
            "-E", "UTF8", "--locale=C.UTF-8", "-N", "-D", _folder.Combine("data"));
        await GuardedProcess.RunAsync(file, arguments);
    }

    private (string File, IEnumerable<string> Arguments) AsPostgres(string program, params string[] arguments)
    {
        var path = Path.Combine(_binaries, program);
        return Environment.IsPrivilegedProcess
            ? ("setpriv", ["--reuid=postgres", "--regid=postgres", "--init-groups", path, .. arguments])
            : (path, arguments);
    }

    private static string FindBinaries()
    {
        const string debian = "/usr/lib/postgresql";
        var versions = Directory.Exists(debian) ? Directory.GetDirectories(debian) : [];
        var onPath = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        return versions
            .OrderByDescending(folder => int.TryParse(Path.GetFileName(folder), out var version) ? version : 0)
            .Select(folder => Path.Combine(folder, "bin"))
            .Concat(onPath)
            .FirstOrDefault(folder => File.Exists(Path.Combine(folder, "initdb")) && File.Exists(Path.Combine(folder, "postgres")))
            ?? throw new InvalidOperationException(
                "No PostgreSQL: neither a Docker engine answers nor are its binaries installed (Debian: postgresql). ./test.sh installs them.");
    }
}
