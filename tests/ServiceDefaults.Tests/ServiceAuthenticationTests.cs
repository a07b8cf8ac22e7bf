using System.Net;
using System.Net.Http.Headers;
using System.Security.Claims;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using MemoCoach.ServiceDefaults.Authentication;
using MemoCoach.TestKit;

namespace MemoCoach.ServiceDefaults.Tests;

public sealed class ServiceAuthenticationTests : IAsyncDisposable
{
    private static readonly Guid Account = Guid.CreateVersion7();

    private readonly FakeTimeProvider _time = new(DateTimeOffset.UtcNow);
    private readonly int _gatewayPort = FreePort.Next();
    private readonly List<ECDsaSecurityKey> _published = [NewKey("one")];
    private readonly List<IAsyncDisposable> _running = [];
    private int _fetches;

    [Fact]
    public async Task A_writers_token_opens_what_writers_may_do_and_nothing_else()
    {
        await StartGatewayAsync();
        var service = await StartServiceAsync();
        var token = Token(_published[0], "writer", "coach");

        (await service.GetAsync("/writers", token)).ShouldBe((HttpStatusCode.OK, Account.ToString()));
        (await service.GetAsync("/admins", token)).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await service.GetAsync("/writers", null)).Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Tokens_of_another_issuer_audience_time_key_or_algorithm_are_refused()
    {
        await StartGatewayAsync();
        var service = await StartServiceAsync();
        using var rsa = RSA.Create(2048);
        string[] refused =
        [
            OddToken(issuer: "somebody"),
            OddToken(audience: "somebody"),
            OddToken(expires: _time.GetUtcNow().AddMinutes(-1)),
            Token(NewKey("one"), "writer"),
            Token(NewKey("unknown"), "writer"),
            Create(new SigningCredentials(new SymmetricSecurityKey(new byte[32]) { KeyId = "one" }, SecurityAlgorithms.HmacSha256), ["writer"]),
            Create(new SigningCredentials(new RsaSecurityKey(rsa) { KeyId = "one" }, SecurityAlgorithms.RsaSha256), ["writer"]),
            Create(null, ["writer"]),
            "not.a.token",
            "nonsense",
        ];

        foreach (var token in refused)
        {
            (await service.GetAsync("/writers", token)).Status.ShouldBe(HttpStatusCode.Unauthorized, token);
        }
    }

    [Fact]
    public async Task A_service_that_starts_before_the_gateway_says_503_and_then_works()
    {
        var service = await StartServiceAsync();
        var token = Token(_published[0], "writer");
        (await service.GetAsync("/writers", token)).Status.ShouldBe(HttpStatusCode.ServiceUnavailable);

        await StartGatewayAsync();
        _time.Advance(GatewayKeys.Pause);

        (await service.GetAsync("/writers", token)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_new_key_is_fetched_at_its_first_token_but_made_up_ids_do_not_flood_the_gateway()
    {
        await StartGatewayAsync();
        var service = await StartServiceAsync();
        (await service.GetAsync("/writers", Token(_published[0], "writer"))).Status.ShouldBe(HttpStatusCode.OK);
        _published.Add(NewKey("two"));
        _time.Advance(GatewayKeys.Pause);

        (await service.GetAsync("/writers", Token(_published[1], "writer"))).Status.ShouldBe(HttpStatusCode.OK);
        _fetches.ShouldBe(2);
        for (var number = 0; number < 20; number++)
        {
            (await service.GetAsync("/writers", Token(NewKey($"made-up-{number}"), "writer"))).Status.ShouldBe(HttpStatusCode.Unauthorized);
        }

        _fetches.ShouldBe(2);
    }

    [Fact]
    public async Task Keys_stay_known_while_the_gateway_is_away()
    {
        var gateway = await StartGatewayAsync();
        var service = await StartServiceAsync();
        (await service.GetAsync("/writers", Token(_published[0], "writer"))).Status.ShouldBe(HttpStatusCode.OK);

        await gateway.DisposeAsync();
        _time.Advance(GatewayKeys.MaxAge);

        (await service.GetAsync("/writers", Token(_published[0], "writer"))).Status.ShouldBe(HttpStatusCode.OK);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var running in _running)
        {
            await running.DisposeAsync();
        }
    }

    private async Task<WebApplication> StartGatewayAsync()
    {
        var gateway = Bare.CreateApplication();
        gateway.Urls.Add($"http://127.0.0.1:{_gatewayPort}");
        gateway.MapGet("/.well-known/jwks.json", () =>
        {
            Interlocked.Increment(ref _fetches);
            var keys = _published.Select(key => JsonWebKeyConverter.ConvertFromECDsaSecurityKey(new ECDsaSecurityKey(ECDsa.Create(key.ECDsa.ExportParameters(false))) { KeyId = key.KeyId }));
            return TypedResults.Text(
                $$"""{"keys":[{{string.Join(',', keys.Select(key => $$"""{"kty":"EC","use":"sig","alg":"ES256","crv":"P-256","kid":"{{key.Kid}}","x":"{{key.X}}","y":"{{key.Y}}"}"""))}}]}""",
                "application/json");
        });
        await gateway.StartAsync();
        _running.Add(gateway);
        return gateway;
    }

    private async Task<Service> StartServiceAsync()
    {
        var app = await TestApplication.StartAsync(
            builder =>
            {
                builder.Services.AddSingleton<TimeProvider>(_time);
                builder.AddServiceAuthentication();
            },
            app =>
            {
                app.MapGet("/writers", (ClaimsPrincipal caller) => TypedResults.Text(caller.AccountId().ToString())).RequireAuthorization(Policies.Writer);
                app.MapGet("/admins", () => "").RequireAuthorization(Policies.Admin);
            },
            settings: $"Authentication:KeysUrl=http://127.0.0.1:{_gatewayPort}/.well-known/jwks.json");
        _running.Add(app);
        return new Service(app.Public);
    }

    private string Token(ECDsaSecurityKey key, params string[] roles) =>
        Create(new SigningCredentials(key, SecurityAlgorithms.EcdsaSha256), roles);

    private string OddToken(string? issuer = null, string? audience = null, DateTimeOffset? expires = null) =>
        Create(new SigningCredentials(_published[0], SecurityAlgorithms.EcdsaSha256), ["writer"], issuer, audience, expires);

    private string Create(SigningCredentials? credentials, string[] roles, string? issuer = null, string? audience = null, DateTimeOffset? expires = null) =>
        new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = issuer ?? ServiceAuthentication.Issuer,
            Audience = audience ?? ServiceAuthentication.Audience,
            Expires = (expires ?? _time.GetUtcNow().AddHours(1)).UtcDateTime,
            Claims = new Dictionary<string, object> { [ClaimNames.Subject] = Account.ToString(), [ClaimNames.Role] = roles },
            SigningCredentials = credentials,
        });

    private static ECDsaSecurityKey NewKey(string id) => new(ECDsa.Create(ECCurve.NamedCurves.nistP256)) { KeyId = id };

    private sealed record Service(HttpClient Client)
    {
        public async Task<(HttpStatusCode Status, string Body)> GetAsync(string path, string? token)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
            using var answer = await Client.SendAsync(request);
            return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
        }
    }
}
