using System.Net;
using MemoCoach.Gateway.Application;

namespace MemoCoach.Gateway.Tests;

public sealed class SessionTests
{
    [Fact]
    public async Task A_revoked_session_is_refused_from_the_next_request_on()
    {
        var (gateway, admin) = await GatewayServer.StartSignedInAsync();
        await using var _ = gateway;
        using var laptop = admin;
        using var phone = await gateway.SignInAsync(GatewayServer.AdminEmail, GatewayServer.AdminPassword);
        var sessions = (await laptop.GetJsonAsync("/api/v1/sessions")).GetProperty("items").EnumerateArray().ToList();
        (await phone.GetAsync("/api/v1/auth/me")).StatusCode.ShouldBe(HttpStatusCode.OK);
        var other = sessions.Single(session => !session.GetProperty("current").GetBoolean()).GetProperty("id").GetString();

        (await laptop.DeleteAsync($"/api/v1/sessions/{other}")).StatusCode.ShouldBe(HttpStatusCode.NoContent);

        await (await phone.GetAsync("/api/v1/auth/me")).ProblemAsync(HttpStatusCode.Unauthorized);
        (await laptop.GetAsync("/api/v1/auth/me")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_session_ends_when_it_is_not_used_and_lives_on_when_it_is()
    {
        var (gateway, admin) = await GatewayServer.StartSignedInAsync(("Sessions:IdleLimit", "01:00:00"));
        await using var _ = gateway;
        using var used = admin;
        using var idle = await gateway.SignInAsync(GatewayServer.AdminEmail, GatewayServer.AdminPassword);
        for (var step = 0; step < 3; step++)
        {
            gateway.Clock.Advance(TimeSpan.FromMinutes(40));
            // Listing writes down what was seen, as the timer does once a minute.
            (await used.GetAsync("/api/v1/sessions")).StatusCode.ShouldBe(HttpStatusCode.OK, $"after {(step + 1) * 40} minutes");
        }

        (await idle.GetAsync("/api/v1/auth/me")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_session_ends_at_its_age_limit_however_much_it_is_used()
    {
        var (gateway, admin) = await GatewayServer.StartSignedInAsync(("Sessions:IdleLimit", "1.00:00:00"), ("Sessions:AgeLimit", "02:00:00"));
        await using var _ = gateway;
        using var __ = admin;

        gateway.Clock.Advance(TimeSpan.FromMinutes(119));
        (await admin.GetAsync("/api/v1/auth/me")).StatusCode.ShouldBe(HttpStatusCode.OK);
        gateway.Clock.Advance(TimeSpan.FromMinutes(1));
        (await admin.GetAsync("/api/v1/auth/me")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_writer_sees_and_ends_only_her_own_sessions_an_admin_anyones()
    {
        var (gateway, admin) = await GatewayServer.StartSignedInAsync();
        await using var _ = gateway;
        using var __ = admin;
        using var writer = await gateway.AddUserAsync(admin, "wanda@example.org", "writer");
        var writerId = (await writer.GetJsonAsync("/api/v1/auth/me")).GetProperty("user").GetProperty("id").GetString();
        var adminId = (await admin.GetJsonAsync("/api/v1/auth/me")).GetProperty("user").GetProperty("id").GetString();
        var adminSession = (await admin.GetJsonAsync("/api/v1/sessions")).GetProperty("items")[0].GetProperty("id").GetString();

        await (await writer.GetAsync($"/api/v1/sessions?userId={adminId}")).ProblemAsync(HttpStatusCode.Forbidden);
        await (await writer.DeleteAsync($"/api/v1/sessions/{adminSession}")).ProblemAsync(HttpStatusCode.NotFound);

        var seen = (await admin.GetJsonAsync($"/api/v1/sessions?userId={writerId}")).GetProperty("items")[0].GetProperty("id").GetString();
        (await admin.DeleteAsync($"/api/v1/sessions/{seen}")).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await writer.GetAsync("/api/v1/auth/me")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_new_password_ends_the_other_sessions_and_keeps_this_one()
    {
        var (gateway, admin) = await GatewayServer.StartSignedInAsync();
        await using var _ = gateway;
        using var here = admin;
        using var elsewhere = await gateway.SignInAsync(GatewayServer.AdminEmail, GatewayServer.AdminPassword);

        using var response = await here.PatchAsync(
            "/api/v1/auth/me", new { currentPassword = GatewayServer.AdminPassword, newPassword = "a better passphrase" });

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await here.GetAsync("/api/v1/auth/me")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await elsewhere.GetAsync("/api/v1/auth/me")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        using var again = await gateway.SignInAsync(GatewayServer.AdminEmail, "a better passphrase");
    }

    [Fact]
    public async Task A_stolen_session_cannot_guess_the_current_password_for_ever()
    {
        var (gateway, admin) = await GatewayServer.StartSignedInAsync(("Lockout:FailedSignIns", "3"));
        await using var _ = gateway;
        using var __ = admin;
        for (var attempt = 0; attempt < 3; attempt++)
        {
            await (await Change("a wrong password")).RefusesFieldAsync("currentPassword");
        }

        await (await Change(GatewayServer.AdminPassword)).RefusesFieldAsync("currentPassword");

        Task<HttpResponseMessage> Change(string current) =>
            admin.PatchAsync("/api/v1/auth/me", new { currentPassword = current, newPassword = "a better passphrase" });
    }

    [Fact]
    public async Task A_circuits_token_is_worth_as_much_as_its_session()
    {
        var (gateway, admin) = await GatewayServer.StartSignedInAsync();
        await using var _ = gateway;
        using var __ = admin;
        var me = (await admin.GetJsonAsync("/api/v1/auth/me")).GetProperty("user").GetProperty("id").GetGuid();
        var session = (await admin.GetJsonAsync("/api/v1/sessions")).GetProperty("items")[0].GetProperty("id").GetGuid();
        var tokens = (ICircuitTokens)gateway.Services.GetService(typeof(ICircuitTokens))!;
        using var circuit = gateway.NewBrowser();
        circuit.Bearer = tokens.Issue(me, session);
        (await circuit.GetAsync("/api/v1/auth/me")).StatusCode.ShouldBe(HttpStatusCode.OK);

        circuit.Bearer = tokens.Issue(Guid.NewGuid(), session);
        (await circuit.GetAsync("/api/v1/auth/me")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized, "the session is someone else's");

        circuit.Bearer = tokens.Issue(me, session);
        gateway.Clock.Advance(TimeSpan.FromMinutes(5));
        (await circuit.GetAsync("/api/v1/auth/me")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized, "the token is too old");

        circuit.Bearer = tokens.Issue(me, session);
        await admin.PostAsync("/api/v1/auth/logout");
        (await circuit.GetAsync("/api/v1/auth/me")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized, "the session has ended");
    }
}
