using System.Net;
using System.Security.Cryptography;
using System.Text;
using MemoCoach.Gateway.Domain;
using Microsoft.EntityFrameworkCore;

namespace MemoCoach.Gateway.Tests;

public sealed class ApiTokenTests
{
    [Fact]
    public async Task A_token_is_shown_once_and_only_its_hash_is_kept()
    {
        var (gateway, admin) = await GatewayServer.StartSignedInAsync();
        await using var _ = gateway;
        using var __ = admin;

        using var response = await admin.PostAsync("/api/v1/tokens", new { name = "backup script" });

        response.StatusCode.ShouldBe(HttpStatusCode.Created);
        var created = await response.JsonAsync();
        created.GetProperty("name").GetString().ShouldBe("backup script");
        var secret = created.GetProperty("token").GetString()!;
        secret.ShouldMatch("^mc_[0-9A-Za-z]{43}$");
        var listed = (await admin.GetJsonAsync("/api/v1/tokens")).GetProperty("items")[0];
        listed.TryGetProperty("token", out var _).ShouldBeFalse();
        secret.ShouldStartWith(listed.GetProperty("prefix").GetString()!);
        var stored = await gateway.Database.ReadAsync((db, token) => db.ApiTokens.SingleAsync(token), CancellationToken.None);
        stored.Hash.ShouldBe(SHA256.HashData(Encoding.ASCII.GetBytes(secret)));
        foreach (var file in (string[])[gateway.DatabaseFile, gateway.DatabaseFile + "-wal"])
        {
            Encoding.Latin1.GetString(await ReadSharedAsync(file)).ShouldNotContain(secret);
        }
    }

    [Fact]
    public async Task A_token_works_until_it_expires()
    {
        var (gateway, admin) = await GatewayServer.StartSignedInAsync();
        await using var _ = gateway;
        using var __ = admin;
        using var script = gateway.NewBrowser();
        script.Bearer = await admin.CreateTokenAsync(expiresAt: gateway.Clock.GetUtcNow().AddHours(1));

        (await script.GetAsync("/api/v1/auth/me")).StatusCode.ShouldBe(HttpStatusCode.OK);
        gateway.Clock.Advance(TimeSpan.FromHours(1));
        await (await script.GetAsync("/api/v1/auth/me")).ProblemAsync(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_revoked_token_is_refused_at_once_and_leaves_the_list()
    {
        var (gateway, admin) = await GatewayServer.StartSignedInAsync();
        await using var _ = gateway;
        using var __ = admin;
        using var script = gateway.NewBrowser();
        script.Bearer = await admin.CreateTokenAsync();
        var id = (await admin.GetJsonAsync("/api/v1/tokens")).GetProperty("items")[0].GetProperty("id").GetString();

        (await admin.DeleteAsync($"/api/v1/tokens/{id}")).StatusCode.ShouldBe(HttpStatusCode.NoContent);

        (await script.GetAsync("/api/v1/auth/me")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await admin.GetJsonAsync("/api/v1/tokens")).GetProperty("items").GetArrayLength().ShouldBe(0);
        (await admin.DeleteAsync($"/api/v1/tokens/{id}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_list_tells_when_a_token_was_last_used()
    {
        var (gateway, admin) = await GatewayServer.StartSignedInAsync();
        await using var _ = gateway;
        using var __ = admin;
        using var script = gateway.NewBrowser();
        script.Bearer = await admin.CreateTokenAsync();
        (await LastUsedAsync()).ShouldBeNull();

        await script.GetAsync("/api/v1/auth/me");

        (await LastUsedAsync()).ShouldNotBeNull().ShouldBe(gateway.Clock.GetUtcNow(), TimeSpan.FromMilliseconds(1));

        async Task<DateTimeOffset?> LastUsedAsync() =>
            (await admin.GetJsonAsync("/api/v1/tokens")).GetProperty("items")[0].GetProperty("lastUsedAt") is { ValueKind: not System.Text.Json.JsonValueKind.Null } at
                ? at.GetDateTimeOffset()
                : null;
    }

    [Fact]
    public async Task Nobody_ends_someone_elses_token()
    {
        var (gateway, admin) = await GatewayServer.StartSignedInAsync();
        await using var _ = gateway;
        using var __ = admin;
        using var writer = await gateway.AddUserAsync(admin, "wanda@example.org", "writer");
        await admin.CreateTokenAsync();
        var id = (await admin.GetJsonAsync("/api/v1/tokens")).GetProperty("items")[0].GetProperty("id").GetString();

        (await writer.DeleteAsync($"/api/v1/tokens/{id}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_token_cannot_make_another_token()
    {
        var (gateway, admin) = await GatewayServer.StartSignedInAsync();
        await using var _ = gateway;
        using var __ = admin;
        using var script = gateway.NewBrowser();
        script.Bearer = await admin.CreateTokenAsync();

        await (await script.PostAsync("/api/v1/tokens", new { name = "offspring" })).ProblemAsync(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_wrong_bearer_token_is_not_made_good_by_a_right_cookie()
    {
        var (gateway, admin) = await GatewayServer.StartSignedInAsync();
        await using var _ = gateway;
        using var __ = admin;
        foreach (var wrong in new[] { "mc_", "mc_short", ApiTokenSecret.Create().Text, "eyJhbGciOiJub25lIn0.e30.", "x" })
        {
            admin.Bearer = wrong;
            await (await admin.GetAsync("/api/v1/auth/me")).ProblemAsync(HttpStatusCode.Unauthorized);
        }
    }

    [Fact]
    public async Task An_account_has_a_bounded_number_of_tokens()
    {
        var (gateway, admin) = await GatewayServer.StartSignedInAsync();
        await using var _ = gateway;
        using var __ = admin;
        for (var count = 0; count < Application.CreateApiToken.MaximumPerAccount; count++)
        {
            await admin.CreateTokenAsync();
        }

        await (await admin.PostAsync("/api/v1/tokens", new { name = "one more" })).ProblemAsync(HttpStatusCode.Conflict);
    }

    private static async Task<byte[]> ReadSharedAsync(string file)
    {
        await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var copy = new MemoryStream();
        await stream.CopyToAsync(copy);
        return copy.ToArray();
    }
}
