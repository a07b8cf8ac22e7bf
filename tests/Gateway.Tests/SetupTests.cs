using System.Net;
using MemoCoach.Gateway.Infrastructure.Setup;
using MemoCoach.ServiceDefaults;
using MemoCoach.TestKit;
using Microsoft.EntityFrameworkCore;

namespace MemoCoach.Gateway.Tests;

public sealed class SetupTests
{
    [Fact]
    public async Task The_first_account_is_made_with_the_printed_token_and_holds_all_four_roles()
    {
        await using var gateway = await GatewayServer.StartAsync();
        using var browser = gateway.NewBrowser();

        using var response = await browser.PostAsync("/api/v1/setup", Request(await gateway.SetupTokenAsync()));

        response.StatusCode.ShouldBe(HttpStatusCode.Created);
        var user = (await response.JsonAsync()).GetProperty("user");
        user.GetProperty("roles").EnumerateArray().Select(role => role.GetString())
            .ShouldBe(["writer", "coach", "admin", "operator"]);
        await browser.SignInAsync("first@example.org", "correct horse battery");
    }

    [Fact]
    public async Task A_wrong_setup_token_makes_no_account()
    {
        await using var gateway = await GatewayServer.StartAsync();
        using var browser = gateway.NewBrowser();

        using var response = await browser.PostAsync("/api/v1/setup", Request("a wrong token"));

        await response.ProblemAsync(HttpStatusCode.Forbidden);
        (await gateway.Database.ReadAsync((db, token) => db.Accounts.CountAsync(token), CancellationToken.None)).ShouldBe(0);
    }

    [Fact]
    public async Task The_token_works_once()
    {
        await using var gateway = await GatewayServer.StartAsync();
        using var browser = gateway.NewBrowser();
        var setupToken = await gateway.SetupTokenAsync();
        using var first = await browser.PostAsync("/api/v1/setup", Request(setupToken));

        using var second = await browser.PostAsync("/api/v1/setup", Request(setupToken, "second@example.org"));

        first.StatusCode.ShouldBe(HttpStatusCode.Created);
        await second.ProblemAsync(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task Of_many_set_ups_at_once_exactly_one_wins()
    {
        await using var gateway = await GatewayServer.StartAsync();
        using var browser = gateway.NewBrowser();
        var setupToken = await gateway.SetupTokenAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(
            number => browser.PostAsync("/api/v1/setup", Request(setupToken, $"admin{number}@example.org"))));

        answers.Count(answer => answer.StatusCode == HttpStatusCode.Created).ShouldBe(1);
        answers.Count(answer => answer.StatusCode == HttpStatusCode.Conflict).ShouldBe(7);
        (await gateway.Database.ReadAsync((db, token) => db.Accounts.CountAsync(token), CancellationToken.None)).ShouldBe(1);
    }

    [Fact]
    public async Task The_token_stays_the_same_over_a_restart_and_is_gone_after_set_up()
    {
        using var folder = new TempFolder();
        string before;
        await using (var gateway = await GatewayServer.StartAsync(folder))
        {
            before = await gateway.SetupTokenAsync();
        }

        await using var again = await GatewayServer.StartAsync(folder);
        (await again.SetupTokenAsync()).ShouldBe(before);
        using var browser = again.NewBrowser();
        (await browser.PostAsync("/api/v1/setup", Request(before))).StatusCode.ShouldBe(HttpStatusCode.Created);

        var kept = await again.Database.ReadAsync((db, token) => db.Registers.SingleAsync(token), CancellationToken.None);
        kept.SetupToken.ShouldBeNull();
    }

    [Fact]
    public async Task Settings_make_the_first_account_once()
    {
        using var folder = new TempFolder();
        (string, string?)[] settings = [("Setup:AdminEmail", "ops@example.org"), ("Setup:AdminPassword", "correct horse battery")];
        await using (await GatewayServer.StartAsync(folder, settings))
        {
        }

        await using var again = await GatewayServer.StartAsync(folder, settings);

        (await again.Database.ReadAsync((db, token) => db.Accounts.CountAsync(token), CancellationToken.None)).ShouldBe(1);
        using var browser = await again.SignInAsync("ops@example.org", "correct horse battery");
    }

    [Theory]
    [InlineData("ops@example.org", null, "AdminPassword")]
    [InlineData(null, "correct horse battery", "AdminEmail")]
    [InlineData("ops@example.org", "short", "AdminPassword")]
    [InlineData("no address", "correct horse battery", "AdminEmail")]
    public async Task Half_or_broken_setup_settings_stop_the_start_and_are_named(string? email, string? password, string named)
    {
        using var folder = new TempFolder();

        var failure = await Should.ThrowAsync<SettingsException>(
            () => GatewayServer.StartAsync(folder, ("Setup:AdminEmail", email), ("Setup:AdminPassword", password)));

        failure.Setting.ShouldBe($"Setup:{named}");
        failure.Message.ShouldNotContain("correct horse battery");
    }

    [Theory]
    [InlineData("http://localhost:8080", "http://localhost:8080/setup?token=T")]
    [InlineData("http://0.0.0.0:8080", "http://localhost:8080/setup?token=T")]
    [InlineData("http://[::]:8080", "http://localhost:8080/setup?token=T")]
    [InlineData("http://*:8080", "http://localhost:8080/setup?token=T")]
    [InlineData("https://memo.example.org/", "https://memo.example.org/setup?token=T")]
    public void The_banner_holds_an_address_that_can_be_opened(string address, string expected) =>
        SetupBanner.Render(address, "T").ShouldContain(expected);

    private static object Request(string setupToken, string email = "first@example.org") =>
        new { email, password = "correct horse battery", displayName = "First", setupToken };
}
