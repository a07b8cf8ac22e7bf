using System.Net;

namespace MemoCoach.Gateway.Tests;

public sealed class UserTests
{
    [Theory]
    [InlineData("writer")]
    [InlineData("coach")]
    [InlineData("operator")]
    public async Task Only_an_admin_sees_or_changes_accounts(string role)
    {
        var (gateway, admin) = await GatewayServer.StartSignedInAsync();
        await using var _ = gateway;
        using var __ = admin;
        using var other = await gateway.AddUserAsync(admin, "other@example.org", role);
        var id = await admin.IdOfAsync(GatewayServer.AdminEmail);

        await (await other.GetAsync("/api/v1/users")).ProblemAsync(HttpStatusCode.Forbidden);
        await (await other.PostAsync("/api/v1/users", new { email = "x@example.org" })).ProblemAsync(HttpStatusCode.Forbidden);
        await (await other.PatchAsync($"/api/v1/users/{id}", new { disabled = true })).ProblemAsync(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Roles_add_up_and_count_from_the_next_request_on()
    {
        var (gateway, admin) = await GatewayServer.StartSignedInAsync();
        await using var _ = gateway;
        using var __ = admin;
        using var other = await gateway.AddUserAsync(admin, "other@example.org", "writer");
        var id = await admin.IdOfAsync("other@example.org");

        using var change = await admin.PatchAsync($"/api/v1/users/{id}", new { roles = new[] { "coach", "writer", "admin" } });

        (await change.JsonAsync()).GetProperty("roles").EnumerateArray().Select(role => role.GetString()).ShouldBe(["writer", "coach", "admin"]);
        (await other.GetAsync("/api/v1/users")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_last_admin_stays_an_admin_and_enabled()
    {
        var (gateway, admin) = await GatewayServer.StartSignedInAsync();
        await using var _ = gateway;
        using var __ = admin;
        using var disabled = await gateway.AddUserAsync(admin, "disabled@example.org", "admin");
        await admin.PatchAsync($"/api/v1/users/{await admin.IdOfAsync("disabled@example.org")}", new { disabled = true });
        var id = await admin.IdOfAsync(GatewayServer.AdminEmail);

        await (await admin.PatchAsync($"/api/v1/users/{id}", new { roles = new[] { "writer" } })).ProblemAsync(HttpStatusCode.Conflict);
        await (await admin.PatchAsync($"/api/v1/users/{id}", new { disabled = true })).ProblemAsync(HttpStatusCode.Conflict);
        (await admin.PatchAsync($"/api/v1/users/{id}", new { roles = new[] { "admin" } })).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_disabled_account_is_out_at_once_with_cookie_token_and_password()
    {
        var (gateway, admin) = await GatewayServer.StartSignedInAsync();
        await using var _ = gateway;
        using var __ = admin;
        using var leaver = await gateway.AddUserAsync(admin, "leaver@example.org", "writer");
        using var script = gateway.NewBrowser();
        script.Bearer = await leaver.CreateTokenAsync();

        await admin.PatchAsync($"/api/v1/users/{await admin.IdOfAsync("leaver@example.org")}", new { disabled = true });

        (await leaver.GetAsync("/api/v1/auth/me")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await script.GetAsync("/api/v1/auth/me")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        using var signIn = await leaver.PostAsync("/api/v1/auth/login", new { email = "leaver@example.org", password = People.Password });
        signIn.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_password_set_by_an_admin_signs_its_owner_out_and_ends_a_lockout()
    {
        var (gateway, admin) = await GatewayServer.StartSignedInAsync(("Lockout:FailedSignIns", "1"));
        await using var _ = gateway;
        using var __ = admin;
        using var user = await gateway.AddUserAsync(admin, "user@example.org", "writer");
        using var wrong = await user.PostAsync("/api/v1/auth/login", new { email = "user@example.org", password = "a wrong password" });

        await admin.PatchAsync($"/api/v1/users/{await admin.IdOfAsync("user@example.org")}", new { password = "a fresh passphrase" });

        (await user.GetAsync("/api/v1/auth/me")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        using var again = await gateway.SignInAsync("user@example.org", "a fresh passphrase");
    }

    [Fact]
    public async Task One_address_has_one_account_whatever_its_case_or_width()
    {
        var (gateway, admin) = await GatewayServer.StartSignedInAsync();
        await using var _ = gateway;
        using var __ = admin;
        foreach (var same in new[] { "ADA@EXAMPLE.ORG", "ａda@example.org" })
        {
            using var response = await admin.PostAsync(
                "/api/v1/users", new { email = same, displayName = "Twin", password = People.Password, roles = new[] { "writer" } });
            await response.ProblemAsync(HttpStatusCode.Conflict);
        }
    }

    [Fact]
    public async Task Pages_of_accounts_show_everyone_once()
    {
        var (gateway, admin) = await GatewayServer.StartSignedInAsync();
        await using var _ = gateway;
        using var __ = admin;
        string[] emails = ["josé@example.org", "b@example.org", "用户@例子.公司", "z@example.org"];
        foreach (var email in emails)
        {
            using var user = await gateway.AddUserAsync(admin, email, "writer");
        }

        var seen = new List<string>();
        for (var cursor = ""; cursor is not null;)
        {
            var page = await admin.GetJsonAsync($"/api/v1/users?limit=2&cursor={cursor}");
            seen.AddRange(page.GetProperty("items").EnumerateArray().Select(user => user.GetProperty("email").GetString()!));
            cursor = page.GetProperty("nextCursor").GetString();
        }

        seen.ShouldBe([GatewayServer.AdminEmail, .. emails], ignoreOrder: true);
    }

    [Fact]
    public async Task An_unknown_account_is_not_found()
    {
        var (gateway, admin) = await GatewayServer.StartSignedInAsync();
        await using var _ = gateway;
        using var __ = admin;

        await (await admin.PatchAsync($"/api/v1/users/{Guid.NewGuid()}", new { disabled = true })).ProblemAsync(HttpStatusCode.NotFound);
        await (await admin.GetAsync($"/api/v1/users/{Guid.NewGuid()}")).ProblemAsync(HttpStatusCode.NotFound);
        await (await admin.GetAsync("/api/v1/users/not-a-uuid")).ProblemAsync(HttpStatusCode.NotFound);
    }
}
