using System.Net;
using MemoCoach.Gateway.Domain;
using Microsoft.EntityFrameworkCore;

namespace MemoCoach.Gateway.Tests;

public sealed class SignInTests
{
    [Fact]
    public async Task Signing_in_gives_the_user_a_csrf_token_and_a_cookie_that_scripts_cannot_read()
    {
        var (gateway, admin) = await GatewayServer.StartSignedInAsync();
        await using var _ = gateway;
        using var browser = gateway.NewBrowser();

        using var response = await browser.PostAsync(
            "/api/v1/auth/login", new { email = "ADA@example.ORG", password = GatewayServer.AdminPassword });

        var body = await response.JsonAsync();
        body.GetProperty("user").GetProperty("email").GetString().ShouldBe(GatewayServer.AdminEmail);
        body.GetProperty("csrfToken").GetString().ShouldNotBeNullOrEmpty();
        var cookie = response.Headers.GetValues("Set-Cookie").Single(value => value.StartsWith("memocoach=", StringComparison.Ordinal));
        cookie.ShouldContain("httponly");
        cookie.ShouldContain("samesite=lax");
        (await browser.GetJsonAsync("/api/v1/auth/me")).GetProperty("user").GetProperty("email").GetString().ShouldBe(GatewayServer.AdminEmail);
        admin.Dispose();
    }

    [Fact]
    public async Task Behind_https_the_cookies_are_bound_to_the_host()
    {
        var gateway = await GatewayServer.StartAsync(
            null,
            ("Setup:AdminEmail", GatewayServer.AdminEmail),
            ("Setup:AdminPassword", GatewayServer.AdminPassword),
            ("Gateway:PublicUrl", "https://memo.example.org"),
            ("Gateway:TrustedProxies:0", "127.0.0.1"));
        await using var _ = gateway;
        using var client = new HttpClient { BaseAddress = gateway.Address };
        client.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");

        using var response = await client.PostAsync(
            "/api/v1/auth/login",
            System.Net.Http.Json.JsonContent.Create(new { email = GatewayServer.AdminEmail, password = GatewayServer.AdminPassword }));

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Headers.GetValues("Set-Cookie").ShouldAllBe(
            cookie => cookie.StartsWith("__Host-memocoach") && cookie.Contains("; secure", StringComparison.Ordinal) && cookie.Contains("path=/", StringComparison.Ordinal));
        response.Headers.GetValues("Strict-Transport-Security").Single().ShouldStartWith("max-age=");
    }

    [Fact]
    public async Task A_refused_sign_in_does_not_say_which_part_was_wrong()
    {
        var (gateway, admin) = await GatewayServer.StartSignedInAsync();
        await using var _ = gateway;
        using var __ = admin;
        using var browser = gateway.NewBrowser();

        using var wrongPassword = await browser.PostAsync("/api/v1/auth/login", new { email = GatewayServer.AdminEmail, password = "not the password" });
        using var unknownAccount = await browser.PostAsync("/api/v1/auth/login", new { email = "nobody@example.org", password = "not the password" });

        var first = await wrongPassword.ProblemAsync(HttpStatusCode.Unauthorized);
        var second = await unknownAccount.ProblemAsync(HttpStatusCode.Unauthorized);
        first.GetProperty("detail").GetString().ShouldBe(second.GetProperty("detail").GetString());
    }

    [Fact]
    public async Task Too_many_wrong_passwords_lock_the_account_for_a_while()
    {
        var (gateway, admin) = await GatewayServer.StartSignedInAsync(("Lockout:FailedSignIns", "3"), ("Lockout:Duration", "00:15:00"));
        await using var _ = gateway;
        using var __ = admin;
        using var browser = gateway.NewBrowser();
        for (var attempt = 0; attempt < 3; attempt++)
        {
            (await LogInAsync(browser, "a wrong password")).ShouldBe(HttpStatusCode.Unauthorized);
        }

        (await LogInAsync(browser, GatewayServer.AdminPassword)).ShouldBe(HttpStatusCode.Unauthorized);
        gateway.Clock.Advance(TimeSpan.FromMinutes(15));
        (await LogInAsync(browser, GatewayServer.AdminPassword)).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Wrong_passwords_in_parallel_are_all_counted()
    {
        var (gateway, admin) = await GatewayServer.StartSignedInAsync(("Lockout:FailedSignIns", "8"));
        await using var _ = gateway;
        using var __ = admin;
        using var browser = gateway.NewBrowser();

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => LogInAsync(browser, "a wrong password")));

        (await LogInAsync(browser, GatewayServer.AdminPassword)).ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_success_forgives_earlier_wrong_passwords()
    {
        var (gateway, admin) = await GatewayServer.StartSignedInAsync(("Lockout:FailedSignIns", "2"));
        await using var _ = gateway;
        using var __ = admin;
        using var browser = gateway.NewBrowser();

        for (var round = 0; round < 3; round++)
        {
            (await LogInAsync(browser, "a wrong password")).ShouldBe(HttpStatusCode.Unauthorized);
            (await LogInAsync(browser, GatewayServer.AdminPassword)).ShouldBe(HttpStatusCode.OK);
        }
    }

    [Fact]
    public async Task Signing_out_ends_the_session_and_not_only_the_cookie()
    {
        var (gateway, admin) = await GatewayServer.StartSignedInAsync();
        await using var _ = gateway;
        using var __ = admin;
        using var thief = gateway.NewBrowser();
        thief.Cookies.Add(admin.Cookies.GetCookies(gateway.Address));

        (await admin.PostAsync("/api/v1/auth/logout")).StatusCode.ShouldBe(HttpStatusCode.NoContent);

        using var response = await thief.GetAsync("/api/v1/auth/me");
        await response.ProblemAsync(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task The_authentication_log_tells_what_happened_and_keeps_no_secret()
    {
        var (gateway, admin) = await GatewayServer.StartSignedInAsync();
        await using var _ = gateway;
        using var __ = admin;
        using var browser = gateway.NewBrowser();
        await LogInAsync(browser, "a wrong password");
        using var unknown = await browser.PostAsync("/api/v1/auth/login", new { email = "my-secret@password.example", password = "my secret password" });

        var log = await gateway.Database.ReadAsync(
            (db, token) => db.AuthenticationEvents.OrderBy(entry => entry.Id).ToListAsync(token), CancellationToken.None);

        log.Select(entry => entry.Kind).ShouldBe(
        [
            AuthenticationEventKind.FirstAccountCreated,
            AuthenticationEventKind.SignedIn,
            AuthenticationEventKind.WrongPassword,
            AuthenticationEventKind.UnknownAccount,
        ],
            ignoreOrder: true);
        log.Single(entry => entry.Kind == AuthenticationEventKind.WrongPassword).IpAddress.ShouldBe("127.0.0.1");
        (await File.ReadAllTextAsync(gateway.DatabaseFile + "-wal", System.Text.Encoding.Latin1)).ShouldNotContain("my-secret");
    }

    private static async Task<HttpStatusCode> LogInAsync(Browser browser, string password)
    {
        using var response = await browser.PostAsync("/api/v1/auth/login", new { email = GatewayServer.AdminEmail, password });
        return response.StatusCode;
    }
}
