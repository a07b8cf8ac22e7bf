using System.Net.Http.Json;
using System.Text.Json;
using MemoCoach.TestKit;

namespace MemoCoach.Distributed.Tests;

/// <summary>The verbs of the published program, as a shell sees them.</summary>
public sealed class CommandLineTests : IDisposable
{
    private const string Memo = "We ask the board to approve $40,000 by 1 March. Ana Ruiz owns the order of twenty laptops.";
    private readonly TempFolder _folder = new("cli");

    [Fact]
    public async Task Evaluate_prints_the_same_review_of_the_same_file_every_time()
    {
        var file = _folder.WriteFile("memo.md", Memo);

        var (exitCode, first) = await RunAsync("evaluate", file, "--json");
        var (_, second) = await RunAsync("evaluate", file, "--json");

        exitCode.ShouldBe(0);
        second.ShouldBe(first);
        var review = JsonSerializer.Deserialize<JsonElement>(first);
        review.GetProperty("evaluator").GetString().ShouldBe("builtin");
        review.GetProperty("criteria").GetArrayLength().ShouldBe(7);
        foreach (var finding in review.GetProperty("findings").EnumerateArray())
        {
            Memo[finding.GetProperty("start").GetInt32()..finding.GetProperty("end").GetInt32()]
                .ShouldBe(finding.GetProperty("quote").GetString());
        }
    }

    [Fact]
    public async Task Evaluate_prints_text_for_people_in_the_language_of_the_memo()
    {
        var file = _folder.WriteFile("memo.txt", "Pedimos al comité que apruebe 40.000 euros antes del 1 de marzo. Ana Ruiz dirige la compra de veinte ordenadores.");

        var (exitCode, output) = await RunAsync("evaluate", file);

        exitCode.ShouldBe(0);
        output.ShouldContain("Riesgos");
        output.ShouldNotContain("\u001b", Case.Sensitive, "a pipe gets no colours");
    }

    [Theory]
    [InlineData(1, "too short", "at least 10")]
    [InlineData(1, "A control character \u0007 in the text.", "U+0007")]
    public async Task Evaluate_says_which_rule_a_text_breaks(int expected, string text, string message)
    {
        var (exitCode, output) = await RunAsync("evaluate", _folder.WriteFile("memo.txt", text));

        exitCode.ShouldBe(expected);
        output.ShouldContain(message);
    }

    [Fact]
    public async Task Evaluate_refuses_what_is_no_readable_text()
    {
        File.WriteAllBytes(_folder.Combine("binary.txt"), [0x57, 0x65, 0xFF, 0xFE, 0x20, 0x61, 0x73, 0x6B, 0x20, 0x66, 0x6F, 0x72]);

        (await RunAsync("evaluate", _folder.Combine("binary.txt"))).ExitCode.ShouldBe(2);
        (await RunAsync("evaluate", _folder.Combine("missing.txt"))).ExitCode.ShouldBe(2);
    }

    [Fact]
    public async Task Config_validate_tells_good_documents_from_bad_ones()
    {
        var folder = Directory.CreateDirectory(_folder.Combine("config")).FullName;
        foreach (var file in Directory.GetFiles(RepositoryRoot.Combine("config"), "*.yaml"))
        {
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        }

        (await RunAsync("config", "validate", folder)).ExitCode.ShouldBe(0);
        var rubric = Path.Combine(folder, "rubric.yaml");
        await File.WriteAllTextAsync(rubric, (await File.ReadAllTextAsync(rubric)).Replace("weight: 15", "weight: 16", StringComparison.Ordinal));
        var (exitCode, output) = await RunAsync("config", "validate", folder);

        exitCode.ShouldBe(1);
        output.ShouldContain("rubric.yaml:");
        (await RunAsync("config", "validate", _folder.Combine("nowhere"))).ExitCode.ShouldBe(2);
    }

    [Fact]
    public async Task Healthcheck_and_create_admin_work_beside_a_running_server()
    {
        await using var server = new PublishedProgram("Standalone", _folder.Path);
        await server.StartAsync();
        var settings = new Dictionary<string, string?>
        {
            ["Management__Url"] = server.ManagementAddress.ToString(),
            ["Setup__AdminPassword"] = ApiUser.Password,
        };

        (await RunAsync(settings, "healthcheck")).ExitCode.ShouldBe(0);
        (await RunAsync(settings, "create-admin", "--email", ApiUser.Email)).ExitCode.ShouldBe(0);
        (await RunAsync(settings, "create-admin", "--email", ApiUser.Email)).ExitCode.ShouldBe(1);

        using var client = new HttpClient { BaseAddress = server.Address };
        using var login = await client.PostAsJsonAsync("api/v1/auth/login", new { email = ApiUser.Email, password = ApiUser.Password });
        login.IsSuccessStatusCode.ShouldBeTrue();
        await server.StopAsync();
        (await RunAsync(settings, "healthcheck")).ExitCode.ShouldBe(1);
    }

    [Theory]
    [InlineData("Storage__Provider", "Oracle", "Storage:Provider")]
    [InlineData("Storage__Provider", "Postgres", "ConnectionStrings:")]
    [InlineData("Messaging__Transport", "Pigeon", "Messaging:Transport")]
    [InlineData("Messaging__Transport", "RabbitMq", "ConnectionStrings:messaging")]
    [InlineData("Evaluation__Workers", "-1", "Evaluation:Workers")]
    public async Task A_setting_that_cannot_be_used_stops_the_start_and_is_named(string name, string value, string named)
    {
        var (exitCode, output) = await RunAsync(new Dictionary<string, string?> { [name] = value }, "serve");

        exitCode.ShouldBe(2);
        output.ShouldContain(named);
        output.ShouldNotContain("   at MemoCoach", Case.Sensitive, "operators get a sentence, not a stack trace");
    }

    [Fact]
    public async Task A_word_that_is_no_verb_is_refused() => (await RunAsync("bogus")).ExitCode.ShouldBe(2);

    public void Dispose() => _folder.Dispose();

    private Task<(int ExitCode, string Output)> RunAsync(params string[] arguments) => RunAsync([], arguments);

    private async Task<(int ExitCode, string Output)> RunAsync(Dictionary<string, string?> settings, params string[] arguments)
    {
        await using var program = new PublishedProgram("Standalone", _folder.Path, settings);
        var exitCode = await program.RunToEndAsync(arguments);
        return (exitCode, program.Output + program.Errors);
    }
}
