using System.Collections.Concurrent;

namespace MemoCoach.TestKit;

/// <summary>
/// A project of <c>src</c>, published as it would be deployed and run as a process of its own, so that tests can kill
/// it and start it again. Its addresses stay the same over restarts; it works in the folder it is given.
/// </summary>
public sealed class PublishedProgram : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(40);
    private static readonly ConcurrentDictionary<string, Lazy<Task<string>>> Published = new();

    private readonly string _project;
    private readonly string _workingDirectory;
    private readonly Dictionary<string, string?> _environment;
    private readonly HttpClient _client = new() { Timeout = TimeSpan.FromSeconds(5) };
    private GuardedProcess? _process;

    /// <param name="project">Folder name below <c>src</c>, for example <c>Standalone</c>.</param>
    /// <param name="workingDirectory">Where it runs; its data go to <c>data</c> below.</param>
    /// <param name="environment">Settings as environment variables; they win over the kit's.</param>
    public PublishedProgram(string project, string workingDirectory, IReadOnlyDictionary<string, string?>? environment = null)
    {
        _project = project;
        _workingDirectory = workingDirectory;
        Address = new Uri($"http://127.0.0.1:{FreePort.Next()}/");
        ManagementAddress = new Uri($"http://127.0.0.1:{FreePort.Next()}/");
        _environment = new Dictionary<string, string?>
        {
            ["ASPNETCORE_URLS"] = Address.ToString(),
            ["Management__Url"] = ManagementAddress.ToString(),
            ["Data__Directory"] = Path.Combine(workingDirectory, "data"),
            ["DOTNET_ENVIRONMENT"] = "Production",
        };
        foreach (var (name, value) in environment ?? new Dictionary<string, string?>())
        {
            _environment[name] = value;
        }
    }

    public Uri Address { get; }

    public Uri ManagementAddress { get; }

    /// <summary>Changes a setting from the next start on.</summary>
    public void Set(string name, string? value) => _environment[name] = value;

    /// <summary>Everything that the current process wrote.</summary>
    public string Output => _process?.Log ?? "";

    /// <summary>What the current process wrote to stderr.</summary>
    public string Errors => _process?.Errors ?? "";

    public int ProcessId => Running.ProcessId;

    /// <summary>Publishes a project of <c>src</c>, once in a test process, and returns the program's dll.</summary>
    public static Task<string> PublishAsync(string project) =>
        Published.GetOrAdd(project, name => new Lazy<Task<string>>(() => PublishOnceAsync(name))).Value;

    /// <summary>Starts the program and waits until it is ready.</summary>
    public async Task StartAsync(params string[] arguments)
    {
        await LaunchAsync(arguments);
        await Eventually.BecomesTrueAsync(
            async () => Running.HasExited || await IsReadyAsync(), StartLimit, $"{_project} is ready");
        if (Running.HasExited)
        {
            throw new InvalidOperationException($"{_project} ended with {Running.ExitCode} instead of starting: {Output}");
        }
    }

    /// <summary>Runs the program to its end, as a command line, and returns its exit code.</summary>
    public async Task<int> RunToEndAsync(params string[] arguments)
    {
        await LaunchAsync(arguments);
        return await Running.WaitForExitAsync(StartLimit);
    }

    /// <summary>SIGKILL: the program has no chance to finish anything.</summary>
    public async Task KillAsync()
    {
        Running.Signal(GuardedProcess.SigKill);
        await Running.WaitForExitAsync(StopLimit);
    }

    /// <summary>SIGTERM, as a service manager stops it; returns the exit code.</summary>
    public Task<int> StopAsync()
    {
        Running.Signal(GuardedProcess.SigTerm);
        return Running.WaitForExitAsync(StopLimit);
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        if (_process is not null)
        {
            await _process.DisposeAsync();
        }
    }

    private GuardedProcess Running => _process ?? throw new InvalidOperationException($"{_project} was not started.");

    private async Task LaunchAsync(string[] arguments)
    {
        var program = await PublishAsync(_project);
        if (_process is not null)
        {
            await _process.DisposeAsync();
        }

        _process = await GuardedProcess.StartAsync("dotnet", [program, .. arguments], _environment, _workingDirectory);
    }

    private async Task<bool> IsReadyAsync()
    {
        using var answer = await _client.GetAsync(new Uri(ManagementAddress, "health"));
        return answer.IsSuccessStatusCode;
    }

    private static async Task<string> PublishOnceAsync(string project)
    {
        var output = RepositoryRoot.Combine("artifacts", "test-programs", project);
        Directory.CreateDirectory(output);

        // Test projects may run side by side: one publishes at a time, and ./test.sh, which names its run, publishes once.
        var stamp = Path.Combine(output, ".test-run");
        var run = Environment.GetEnvironmentVariable("MEMOCOACH_TEST_RUN");
        await using var turn = await TakeTurnAsync(output + ".lock");
        if (run is null || !File.Exists(stamp) || await File.ReadAllTextAsync(stamp) != run)
        {
            await GuardedProcess.RunAsync(
                "dotnet",
                ["publish", RepositoryRoot.Combine("src", project), "-c", "Release", "-o", output, "-v", "quiet", "--nologo", "-nodeReuse:false"],
                workingDirectory: RepositoryRoot.Path);
            await File.WriteAllTextAsync(stamp, run ?? "");
        }

        // Standalone's folder also holds the services, which are programs too.
        return Path.Combine(output, project == "Standalone" ? "memocoach.dll" : $"MemoCoach.{project}.dll");
    }

    private static async Task<FileStream> TakeTurnAsync(string path) =>
        await Eventually.FindsAsync<FileStream>(
            () =>
            {
                try
                {
                    return Task.FromResult<FileStream?>(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
                }
                catch (IOException)
                {
                    return Task.FromResult<FileStream?>(null);
                }
            },
            TimeSpan.FromMinutes(5),
            $"{path} is free");
}
