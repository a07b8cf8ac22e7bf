using System.Net;
using System.Net.Http.Json;

namespace MemoCoach.Gateway.Tests;

public sealed class CsrfTests
{
    [Fact]
    public async Task A_change_with_a_cookie_needs_the_token_in_the_header()
    {
        var (gateway, admin) = await GatewayServer.StartSignedInAsync();
        await using var _ = gateway;
        using var __ = admin;

        using var without = await admin.SendAsync(HttpMethod.Post, "/api/v1/tokens", JsonContent.Create(new { name = "x" }), withCsrf: false);
        using var with = await admin.PostAsync("/api/v1/tokens", new { name = "x" });

        await without.ProblemAsync(HttpStatusCode.Forbidden);
        with.StatusCode.ShouldBe(HttpStatusCode.Created);
    }

    [Fact]
    public async Task Another_accounts_token_does_not_do()
    {
        var (gateway, admin) = await GatewayServer.StartSignedInAsync();
        await using var _ = gateway;
        using var __ = admin;
        using var writer = await gateway.AddUserAsync(admin, "wanda@example.org", "writer");
        admin.CsrfToken = writer.CsrfToken;

        await (await admin.PostAsync("/api/v1/tokens", new { name = "x" })).ProblemAsync(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task The_guard_stands_before_forwarded_requests_too()
    {
        var (gateway, admin) = await GatewayServer.StartSignedInAsync();
        await using var _ = gateway;
        using var __ = admin;

        using var response = await admin.SendAsync(HttpMethod.Post, "/api/v1/submissions", JsonContent.Create(new { text = "x" }), withCsrf: false);

        (await response.ProblemAsync(HttpStatusCode.Forbidden)).GetProperty("title").GetString()!.ShouldContain("Anti-forgery");
    }

    [Fact]
    public async Task A_script_with_an_api_token_needs_none()
    {
        var (gateway, admin) = await GatewayServer.StartSignedInAsync();
        await using var _ = gateway;
        using var __ = admin;
        using var script = gateway.NewBrowser();
        script.Bearer = await admin.CreateTokenAsync();

        using var response = await script.PatchAsync("/api/v1/auth/me", new { displayName = "Ada L." });

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Me_hands_out_the_token_again_for_a_page_that_was_reloaded()
    {
        var (gateway, admin) = await GatewayServer.StartSignedInAsync();
        await using var _ = gateway;
        using var __ = admin;

        admin.CsrfToken = (await admin.GetJsonAsync("/api/v1/auth/me")).GetProperty("csrfToken").GetString();

        (await admin.PostAsync("/api/v1/tokens", new { name = "x" })).StatusCode.ShouldBe(HttpStatusCode.Created);
    }
}
