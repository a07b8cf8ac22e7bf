using MemoCoach.Gateway.Application;
using MemoCoach.Gateway.Domain;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace MemoCoach.Gateway.Tests;

public sealed class ServiceTokenTests
{
    private static readonly Caller Someone = new(Guid.Parse("0198f0a0-0000-7000-8000-000000000001"), AccountRoles.Writer | AccountRoles.Coach, null);

    [Fact]
    public async Task A_token_validates_against_the_published_keys_and_says_who_calls()
    {
        await using var gateway = await GatewayServer.StartAsync();
        var token = gateway.Services.GetRequiredService<IServiceTokens>().Issue(Someone);

        var result = await ValidateAsync(gateway, token);

        result.IsValid.ShouldBeTrue(result.Exception?.Message);
        result.Claims["sub"].ShouldBe(Someone.AccountId.ToString());
        result.ClaimsIdentity.FindAll("role").Select(claim => claim.Value).ShouldBe(["writer", "coach"]);
        var parsed = (JsonWebToken)result.SecurityToken;
        parsed.Alg.ShouldBe("ES256");
        (parsed.ValidTo - parsed.IssuedAt).ShouldBe(TimeSpan.FromMinutes(5));
    }

    [Fact]
    public async Task A_token_that_was_tampered_with_does_not_validate()
    {
        await using var gateway = await GatewayServer.StartAsync();
        var parts = gateway.Services.GetRequiredService<IServiceTokens>().Issue(Someone).Split('.');
        var payload = Base64UrlEncoder.Decode(parts[1]);
        var promoted = Base64UrlEncoder.Encode(payload.Replace("coach", "admin", StringComparison.Ordinal));
        var signature = parts[2][..10] + (parts[2][10] == 'A' ? 'B' : 'A') + parts[2][11..];

        (await ValidateAsync(gateway, $"{parts[0]}.{promoted}.{parts[2]}")).IsValid.ShouldBeFalse();
        (await ValidateAsync(gateway, $"{parts[0]}.{parts[1]}.{signature}")).IsValid.ShouldBeFalse();
        (await ValidateAsync(gateway, $"{Base64UrlEncoder.Encode("""{"alg":"none","typ":"JWT"}""")}.{promoted}.")).IsValid.ShouldBeFalse();
    }

    [Fact]
    public async Task The_web_uis_token_is_not_for_services_and_the_other_way_round()
    {
        await using var gateway = await GatewayServer.StartAsync();
        var forServices = gateway.Services.GetRequiredService<IServiceTokens>().Issue(Someone);
        var circuits = gateway.Services.GetRequiredService<ICircuitTokens>();

        (await ValidateAsync(gateway, circuits.Issue(Someone.AccountId, Guid.NewGuid()))).IsValid.ShouldBeFalse();
        (await circuits.ReadAsync(forServices)).ShouldBeNull();
    }

    [Fact]
    public async Task Only_public_halves_are_published()
    {
        await using var gateway = await GatewayServer.StartAsync();
        using var browser = gateway.NewBrowser();

        var keys = (await browser.GetJsonAsync("/.well-known/jwks.json")).GetProperty("keys").EnumerateArray().ToList();

        keys.ShouldNotBeEmpty();
        keys.ShouldAllBe(key => key.EnumerateObject().Select(member => member.Name).Order().SequenceEqual(
            new[] { "alg", "crv", "kid", "kty", "use", "x", "y" }));
    }

    private static async Task<TokenValidationResult> ValidateAsync(GatewayServer gateway, string token)
    {
        using var client = new HttpClient { BaseAddress = gateway.Address };
        var keys = new JsonWebKeySet(await client.GetStringAsync("/.well-known/jwks.json"));
        return await new JsonWebTokenHandler { MapInboundClaims = false }.ValidateTokenAsync(token, new TokenValidationParameters
        {
            ValidIssuer = "memocoach-gateway",
            ValidAudience = "memocoach-services",
            IssuerSigningKeys = keys.GetSigningKeys(),
        });
    }
}
