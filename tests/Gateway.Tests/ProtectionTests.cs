using System.Net;
using MemoCoach.Gateway.Api.Protection;

namespace MemoCoach.Gateway.Tests;

public sealed class ProtectionTests
{
    [Theory]
    [InlineData("/api/v1/auth/me")]
    [InlineData("/api/v1/tokens")]
    [InlineData("/api/v1/users")]
    [InlineData("/api/v1/sessions")]
    [InlineData("/api/v1/submissions")]
    public async Task The_api_answers_401_and_never_a_redirect(string path)
    {
        await using var gateway = await GatewayServer.StartAsync();
        using var anyone = gateway.NewBrowser();

        using var response = await anyone.GetAsync(path);

        await response.ProblemAsync(HttpStatusCode.Unauthorized);
        response.Headers.Location.ShouldBeNull();
        response.Headers.WwwAuthenticate.ToString().ShouldBe("Bearer");
    }

    [Fact]
    public async Task A_page_sends_strangers_to_the_login_page_and_back_again()
    {
        await using var gateway = await GatewayServer.StartAsync();
        using var anyone = gateway.NewBrowser();

        using var response = await anyone.GetAsync("/page?of=memo");

        response.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        response.Headers.Location!.PathAndQuery.ShouldBe("/login?returnUrl=%2Fpage%3Fof%3Dmemo");
    }

    [Fact]
    public async Task A_page_that_ones_roles_do_not_open_is_forbidden_and_no_redirect()
    {
        var (gateway, admin) = await GatewayServer.StartSignedInAsync();
        await using var _ = gateway;
        using var __ = admin;
        using var writer = await gateway.AddUserAsync(admin, "writer@example.org", "writer");

        (await writer.GetAsync("/page")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await admin.GetAsync("/page")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("/api/v1/auth/me", "GET", null)]
    [InlineData("/.well-known/jwks.json", "GET", null)]
    [InlineData("/no/such/page", "GET", null)]
    [InlineData("/api/v1/auth/login", "POST", "{ not json")]
    public async Task Every_answer_tells_browsers_what_pages_may_do(string path, string method, string? body)
    {
        await using var gateway = await GatewayServer.StartAsync();
        using var anyone = gateway.NewBrowser();

        using var response = await anyone.SendAsync(
            new HttpMethod(method), path, body is null ? null : new StringContent(body, null, "application/json"));

        var policy = response.Headers.GetValues("Content-Security-Policy").Single();
        policy.ShouldContain("default-src 'self'");
        policy.ShouldContain("frame-ancestors 'none'");
        policy.ShouldContain($"connect-src 'self' ws://{gateway.Address.Authority}");
        response.Headers.GetValues("X-Content-Type-Options").Single().ShouldBe("nosniff");
        response.Headers.GetValues("Referrer-Policy").Single().ShouldBe("no-referrer");
        response.Headers.Contains("Server").ShouldBeFalse();
        response.Headers.Contains("Strict-Transport-Security").ShouldBeFalse("the public address is plain HTTP");
    }

    [Theory]
    [InlineData("evil; script-src *")]
    [InlineData("evil *")]
    [InlineData("evil'unsafe-inline'")]
    [InlineData("")]
    [InlineData(null)]
    public void A_made_up_host_adds_nothing_to_the_content_security_policy(string? host) =>
        SecurityHeaders.ConnectSource(host).ShouldBe("connect-src 'self'");

    [Fact]
    public async Task Too_many_sign_ins_from_one_address_have_to_wait()
    {
        await using var gateway = await GatewayServer.StartAsync(null, ("RateLimits:Enabled", "true"), ("RateLimits:SignInsPerMinute", "3"));
        using var anyone = gateway.NewBrowser();
        for (var attempt = 0; attempt < 3; attempt++)
        {
            using var allowed = await LogInAsync();
            allowed.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        }

        using var refused = await LogInAsync();

        await refused.ProblemAsync(HttpStatusCode.TooManyRequests);
        refused.Headers.RetryAfter!.Delta!.Value.ShouldBeInRange(TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1));
        (await anyone.GetAsync("/.well-known/jwks.json")).StatusCode.ShouldBe(HttpStatusCode.OK, "other things are not limited by it");

        Task<HttpResponseMessage> LogInAsync() =>
            anyone.PostAsync("/api/v1/auth/login", new { email = "nobody@example.org", password = "a wrong password" });
    }

    [Fact]
    public async Task The_limit_of_the_api_counts_accounts_apart()
    {
        var (gateway, admin) = await GatewayServer.StartSignedInAsync(("RateLimits:Enabled", "true"), ("RateLimits:ApiPerMinute", "5"));
        await using var _ = gateway;
        using var busy = admin;
        using var calm = await gateway.AddUserAsync(admin, "calm@example.org", "writer");
        var answers = new List<HttpStatusCode>();
        for (var request = 0; request < 6; request++)
        {
            answers.Add((await busy.GetAsync("/api/v1/auth/me")).StatusCode);
        }

        answers[^1].ShouldBe(HttpStatusCode.TooManyRequests);
        (await calm.GetAsync("/api/v1/auth/me")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Limits_can_be_switched_off()
    {
        await using var gateway = await GatewayServer.StartAsync(null, ("RateLimits:Enabled", "false"), ("RateLimits:SignInsPerMinute", "1"));
        using var anyone = gateway.NewBrowser();
        for (var attempt = 0; attempt < 5; attempt++)
        {
            using var answer = await anyone.PostAsync("/api/v1/auth/login", new { email = "nobody@example.org", password = "a wrong password" });
            answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        }
    }
}
