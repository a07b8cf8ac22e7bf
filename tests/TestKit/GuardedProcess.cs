using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace MemoCoach.TestKit;

/// <summary>
/// A child process that never outlives the test process, not even when that is killed: see <c>guard.sh</c>.
/// </summary>
public sealed class GuardedProcess : IAsyncDisposable
{
    public const int SigInt = 2;
    public const int SigKill = 9;
    public const int SigTerm = 15;

    private const int OutputLimit = 1_000_000;

    private readonly Process _guard;
    private readonly StringBuilder _output = new();
    private readonly StringBuilder _errors = new();
    private readonly Task _reading;

    private GuardedProcess(Process guard, int processId)
    {
        _guard = guard;
        ProcessId = processId;
        _reading = Task.WhenAll(CaptureAsync(guard.StandardOutput, _output), CaptureAsync(guard.StandardError, _errors));
    }

    /// <summary>The program itself, not its guard.</summary>
    public int ProcessId { get; }

    public bool HasExited => _guard.HasExited;

    /// <summary>Exit code as a shell reports it: 128 plus the signal's number where a signal ended the program.</summary>
    public int ExitCode => _guard.ExitCode;

    public string Output => Text(_output);

    public string Errors => Text(_errors);

    /// <summary>Everything that the program wrote, for the message of a failure.</summary>
    public string Log => $"{Output}{Errors}";

    /// <param name="deleteWhenOrphaned">A folder that is deleted should the test process die first; or null.</param>
    public static async Task<GuardedProcess> StartAsync(
        string fileName,
        IEnumerable<string> arguments,
        IReadOnlyDictionary<string, string?>? environment = null,
        string? workingDirectory = null,
        string? deleteWhenOrphaned = null)
    {
        var start = new ProcessStartInfo("bash")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = workingDirectory ?? Path.GetTempPath(),
        };
        foreach (var argument in (string[])[Path.Combine(AppContext.BaseDirectory, "guard.sh"), deleteWhenOrphaned ?? "", fileName, .. arguments])
        {
            start.ArgumentList.Add(argument);
        }

        foreach (var (name, value) in environment ?? new Dictionary<string, string?>())
        {
            start.Environment[name] = value;
        }

        var guard = Process.Start(start)!;
        var first = await guard.StandardOutput.ReadLineAsync()
            ?? throw new InvalidOperationException($"{fileName} was not started: {await guard.StandardError.ReadToEndAsync()}");
        return new GuardedProcess(guard, int.Parse(first, CultureInfo.InvariantCulture));
    }

    /// <summary>Runs a short command to its end and fails where it fails.</summary>
    public static async Task<string> RunAsync(
        string fileName,
        IEnumerable<string> arguments,
        IReadOnlyDictionary<string, string?>? environment = null,
        string? workingDirectory = null)
    {
        await using var process = await StartAsync(fileName, arguments, environment, workingDirectory);
        var code = await process.WaitForExitAsync(TimeSpan.FromMinutes(10));
        return code == 0
            ? process.Output
            : throw new InvalidOperationException($"{fileName} {string.Join(' ', arguments)} ended with {code}: {process.Log}");
    }

    public void Signal(int signal)
    {
        if (!HasExited)
        {
            // The program may end between the check and the signal; then there is nothing left to signal.
            _ = SendSignal(ProcessId, signal);
        }
    }

    public async Task<int> WaitForExitAsync(TimeSpan limit)
    {
        using var timeout = new CancellationTokenSource(limit);
        try
        {
            await _guard.WaitForExitAsync(timeout.Token);
            await _reading.WaitAsync(timeout.Token);
        }
        catch (OperationCanceledException)
        {
            throw new TimeoutException($"Process {ProcessId} still runs after {limit.TotalSeconds:0.#} s. Its output: {Log}");
        }

        return ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        Signal(SigKill);
        await _guard.WaitForExitAsync();
        _guard.Dispose();
    }

    private static async Task CaptureAsync(StreamReader reader, StringBuilder text)
    {
        var buffer = new char[4096];
        for (int read; (read = await reader.ReadAsync(buffer)) > 0;)
        {
            lock (text)
            {
                // The beginning says why a program does not start; a chatty one must not fill the memory.
                text.Append(buffer, 0, Math.Min(read, Math.Max(0, OutputLimit - text.Length)));
            }
        }
    }

    private static string Text(StringBuilder text)
    {
        lock (text)
        {
            return text.ToString();
        }
    }

    [DllImport("libc", EntryPoint = "kill", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern int SendSignal(int processId, int signal);
}
