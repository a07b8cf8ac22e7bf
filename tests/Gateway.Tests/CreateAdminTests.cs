using MemoCoach.TestKit;
using Microsoft.Extensions.Configuration;

namespace MemoCoach.Gateway.Tests;

public sealed class CreateAdminTests
{
    [Fact]
    public async Task It_works_on_an_empty_folder_and_the_setup_page_is_closed_afterwards()
    {
        using var folder = new TempFolder();
        var result = await CreateAsync(folder, "ops@example.org");

        result.Created.ShouldBeTrue(result.Message);
        await using var gateway = await GatewayServer.StartAsync(folder);
        using var browser = await gateway.SignInAsync("ops@example.org", People.Password);
        (await browser.GetJsonAsync("/api/v1/auth/me")).GetProperty("user").GetProperty("roles").GetArrayLength().ShouldBe(4);
        await Should.ThrowAsync<InvalidOperationException>(gateway.SetupTokenAsync);
    }

    [Fact]
    public async Task It_works_beside_a_running_server_and_takes_its_setup_token_away()
    {
        using var folder = new TempFolder();
        await using var gateway = await GatewayServer.StartAsync(folder);
        var token = await gateway.SetupTokenAsync();

        var result = await CreateAsync(folder, "ops@example.org");

        result.Created.ShouldBeTrue(result.Message);
        using var browser = await gateway.SignInAsync("ops@example.org", People.Password);
        using var late = await browser.PostAsync(
            "/api/v1/setup", new { email = "late@example.org", password = People.Password, displayName = "Late", setupToken = token });
        await late.ProblemAsync(System.Net.HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task It_lets_an_operator_back_in_but_changes_no_account_that_exists()
    {
        var (gateway, admin) = await GatewayServer.StartSignedInAsync();
        await using var _ = gateway;
        admin.Dispose();

        (await CreateAsync(gateway.DataDirectory, GatewayServer.AdminEmail)).Created.ShouldBeFalse();
        (await CreateAsync(gateway.DataDirectory, "second@example.org")).Created.ShouldBeTrue();

        using var unchanged = await gateway.SignInAsync(GatewayServer.AdminEmail, GatewayServer.AdminPassword);
        using var second = await gateway.SignInAsync("second@example.org", People.Password);
    }

    [Theory]
    [InlineData("no address", "four random words", "Ops", "e-mail")]
    [InlineData("ops@example.org", "short", "Ops", "password")]
    [InlineData("ops@example.org", null, "Ops", "password")]
    [InlineData("ops@example.org", "four random words", "", "name")]
    public async Task A_broken_rule_is_named_and_nothing_is_made(string? email, string? password, string? name, string named)
    {
        using var folder = new TempFolder();

        var result = await GatewayCommands.CreateAdminAsync(Configuration(folder.Path), email, password, name, CancellationToken.None);

        result.Created.ShouldBeFalse();
        result.Message.ShouldContain(named);
        Directory.GetFiles(folder.Path).ShouldBeEmpty();
    }

    private static Task<CreateAdminResult> CreateAsync(TempFolder folder, string email) => CreateAsync(folder.Path, email);

    private static Task<CreateAdminResult> CreateAsync(string folder, string email) =>
        GatewayCommands.CreateAdminAsync(Configuration(folder), email, People.Password, "Ops", CancellationToken.None);

    private static IConfiguration Configuration(string folder) =>
        new ConfigurationBuilder().AddInMemoryCollection([new("Data:Directory", folder)]).Build();
}
