using System.Globalization;
using MemoCoach.TestKit;

namespace MemoCoach.ServiceDefaults.Tests.TestKit;

public sealed class GuardedProcessTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task Output_and_exit_code_are_the_programs()
    {
        await using var process = await GuardedProcess.StartAsync(
            "bash", ["-c", "echo \"$GREETING\"; echo trouble >&2; exit 7"], new Dictionary<string, string?> { ["GREETING"] = "hello" });

        (await process.WaitForExitAsync(Limit)).ShouldBe(7);

        process.Output.ShouldBe("hello\n");
        process.Errors.ShouldBe("trouble\n");
    }

    [Fact]
    public async Task A_signal_reaches_the_program_itself()
    {
        await using var process = await GuardedProcess.StartAsync("sleep", ["600"]);

        process.Signal(GuardedProcess.SigTerm);

        (await process.WaitForExitAsync(Limit)).ShouldBe(128 + GuardedProcess.SigTerm);
        IsAlive(process.ProcessId).ShouldBeFalse();
    }

    [Fact]
    public async Task Disposing_ends_the_program_and_everything_it_started()
    {
        var process = await GuardedProcess.StartAsync("bash", ["-c", "sleep 600 & echo $!; wait"]);
        await Eventually.BecomesTrueAsync(() => process.Output.EndsWith('\n'), Limit, "the program names its child");
        var child = int.Parse(process.Output, CultureInfo.InvariantCulture);
        IsAlive(child).ShouldBeTrue();

        await process.DisposeAsync();

        await Eventually.BecomesTrueAsync(() => !IsAlive(child), Limit, "the child is gone");
        IsAlive(process.ProcessId).ShouldBeFalse();
    }

    [Fact]
    public async Task A_killed_owner_takes_the_program_and_its_folder_along()
    {
        using var parent = new TempFolder();
        var folder = Directory.CreateDirectory(parent.Combine("data")).FullName;
        var guard = Path.Combine(AppContext.BaseDirectory, "guard.sh");
        // The owner is a shell that holds the guard's stdin open, as the test process does, and is then killed.
        await using var owner = await GuardedProcess.StartAsync(
            "bash", ["-c", $"mkfifo '{parent.Path}/pipe'; setsid bash '{guard}' '{folder}' sleep 600 < '{parent.Path}/pipe' & exec 9> '{parent.Path}/pipe'; exec sleep 600"]);
        await Eventually.BecomesTrueAsync(() => owner.Output.EndsWith('\n'), Limit, "the guard names its program");
        var program = int.Parse(owner.Output, CultureInfo.InvariantCulture);
        IsAlive(program).ShouldBeTrue();

        owner.Signal(GuardedProcess.SigKill);

        await Eventually.BecomesTrueAsync(() => !IsAlive(program) && !Directory.Exists(folder), Limit, "program and folder are gone");
    }

    private static bool IsAlive(int processId)
    {
        var status = $"/proc/{processId}/status";
        return File.Exists(status) && !File.ReadAllText(status).Contains("State:\tZ", StringComparison.Ordinal);
    }
}
