using MemoCoach.TestKit;

namespace MemoCoach.ServiceDefaults.Tests;

/// <summary>What only a process of its own shows: exit codes, signals, the first lines on stderr.</summary>
public sealed class ProcessTests
{
    [Theory]
    [InlineData("Management__Url", "nonsense", "Management:Url")]
    [InlineData("Logs__Console", "loud", "Logs:Console")]
    [InlineData("Storage__Provider", "Oracle", "Storage")]
    public async Task A_wrong_setting_ends_the_start_with_one_line_and_exit_code_2(string name, string value, string setting)
    {
        using var folder = new TempFolder();
        await using var program = new PublishedProgram("ConfigService", folder.Path, new Dictionary<string, string?> { [name] = value });

        (await program.RunToEndAsync()).ShouldBe(2, program.Output);

        program.Errors.Trim().ShouldNotContain("\n", customMessage: program.Errors);
        program.Errors.ShouldStartWith("MemoCoach does not start.");
        program.Errors.ShouldContain(setting);
        program.Output.ShouldNotContain("   at ");
    }

    [Fact]
    public async Task A_service_starts_alone_survives_a_kill_and_stops_in_order()
    {
        using var folder = new TempFolder();
        await using var program = new PublishedProgram("ConfigService", folder.Path);
        await program.StartAsync();
        var first = program.ProcessId;

        await program.KillAsync();
        await program.StartAsync();

        program.ProcessId.ShouldNotBe(first);
        (await program.StopAsync()).ShouldBe(0, program.Output);
        program.Output.ShouldContain("\"@m\":\"Application is shutting down...\"");
        Directory.GetFiles(folder.Combine("data", "logs"), "config-*.jsonl").ShouldNotBeEmpty();
    }
}
