using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using MemoCoach.ServiceDefaults;
using MemoCoach.TestKit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace MemoCoach.Gateway.Tests;

public sealed class ProxyTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    /// <summary>Known before the gateway starts, because its services start first.</summary>
    private readonly string _gatewayUrl = $"http://127.0.0.1:{FreePort.Next()}";

    [Fact]
    public async Task A_service_hears_who_calls_from_the_gateway_alone()
    {
        await using var service = await Downstream.StartAsync(
            _gatewayUrl,
            routes => routes.MapPost("/api/v1/submissions", (HttpContext context) => new
            {
                Account = context.User.AccountId(),
                Roles = context.User.FindAll(ClaimNames.Role).Select(claim => claim.Value),
                Cookie = context.Request.Headers.Cookie.ToString(),
                Csrf = context.Request.Headers["X-CSRF-Token"].ToString(),
                Authorization = context.Request.Headers.Authorization.ToString(),
                ForwardedFor = context.Request.Headers["X-Forwarded-For"].ToString(),
            }).RequireAuthorization(Policies.Writer));
        var (gateway, admin) = await GatewayServer.StartSignedInAsync(("urls", _gatewayUrl), ("Services:submissions:Url", service.Url));
        await using var _ = gateway;
        using var __ = admin;
        var me = (await admin.GetJsonAsync("/api/v1/auth/me")).GetProperty("user").GetProperty("id").GetGuid();
        var apiToken = await admin.CreateTokenAsync();

        using var byCookie = await admin.PostAsync("/api/v1/submissions", new { text = "x" });
        var seen = await byCookie.JsonAsync();
        seen.GetProperty("account").GetGuid().ShouldBe(me);
        seen.GetProperty("roles").GetArrayLength().ShouldBe(4);
        seen.GetProperty("cookie").GetString().ShouldBeEmpty();
        seen.GetProperty("csrf").GetString().ShouldBeEmpty();

        using var client = new HttpClient { BaseAddress = gateway.Address };
        client.DefaultRequestHeaders.Add("Authorization", "Bearer " + apiToken);
        client.DefaultRequestHeaders.Add("X-Forwarded-For", "6.6.6.6");
        seen = await (await client.PostAsJsonAsync("/api/v1/submissions", new { text = "x" })).JsonAsync();
        seen.GetProperty("account").GetGuid().ShouldBe(me);
        seen.GetProperty("authorization").GetString()!.ShouldNotContain("mc_");
        seen.GetProperty("forwardedFor").GetString().ShouldBe("127.0.0.1");
    }

    [Fact]
    public async Task Nobody_reaches_a_service_without_signing_in()
    {
        var reached = false;
        await using var service = await Downstream.StartAsync(
            _gatewayUrl, routes => routes.MapGet("/api/v1/progress", () => reached = true));
        await using var gateway = await GatewayServer.StartAsync(null, ("urls", _gatewayUrl), ("Services:submissions:Url", service.Url));
        using var anyone = gateway.NewBrowser();

        await (await anyone.GetAsync("/api/v1/progress")).ProblemAsync(HttpStatusCode.Unauthorized);
        reached.ShouldBeFalse();
    }

    [Theory]
    [InlineData("/api/v1/submissions/7", "submissions")]
    [InlineData("/api/v1/progress", "submissions")]
    [InlineData("/api/v1/reviews/7", "evaluation")]
    [InlineData("/api/v1/usage", "evaluation")]
    [InlineData("/api/v1/config/rubric/history", "config")]
    [InlineData("/api/v1/maintenance/jobs", "maintenance")]
    public async Task Every_path_goes_to_its_service(string path, string service)
    {
        await using var target = await Downstream.StartAsync(
            _gatewayUrl, routes => routes.MapGet("/{**path}", (string path) => "/" + path).RequireAuthorization());
        var (gateway, admin) = await GatewayServer.StartSignedInAsync(("urls", _gatewayUrl), ($"Services:{service}:Url", target.Url));
        await using var _ = gateway;
        using var __ = admin;

        using var response = await admin.GetAsync(path);

        (await response.Content.ReadAsStringAsync()).ShouldBe(path);
    }

    [Fact]
    public async Task Service_discovery_finds_services_as_aspire_hands_them_over()
    {
        await using var service = await Downstream.StartAsync(
            _gatewayUrl, routes => routes.MapGet("/api/v1/usage", () => "found").RequireAuthorization());
        var (gateway, admin) = await GatewayServer.StartSignedInAsync(("urls", _gatewayUrl), ("services:evaluation:http:0", service.Url));
        await using var _ = gateway;
        using var __ = admin;

        using var response = await admin.GetAsync("/api/v1/usage");

        (await response.Content.ReadAsStringAsync()).ShouldBe("found");
    }

    [Fact]
    public async Task Events_pass_as_they_happen()
    {
        var second = new TaskCompletionSource();
        await using var service = await Downstream.StartAsync(
            _gatewayUrl,
            routes => routes.MapGet("/api/v1/submissions/{id}/events", async (HttpContext context) =>
            {
                context.Response.ContentType = "text/event-stream";
                await context.Response.WriteAsync("data: first\n\n");
                await context.Response.Body.FlushAsync();
                await second.Task;
                await context.Response.WriteAsync("data: second\n\n");
            }).RequireAuthorization());
        var (gateway, admin) = await GatewayServer.StartSignedInAsync(("urls", _gatewayUrl), ("Services:submissions:Url", service.Url));
        await using var _ = gateway;
        using var __ = admin;

        using var response = await admin.GetAsync("/api/v1/submissions/7/events");
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync());

        // The second event is sent only after the first has arrived here.
        (await reader.ReadLineAsync().WaitAsync(Limit)).ShouldBe("data: first");
        second.SetResult();
        await reader.ReadLineAsync().WaitAsync(Limit);
        (await reader.ReadLineAsync().WaitAsync(Limit)).ShouldBe("data: second");
    }

    [Fact]
    public async Task A_service_that_is_down_is_a_problem_with_a_time_to_come_back()
    {
        var (gateway, admin) = await GatewayServer.StartSignedInAsync(("urls", _gatewayUrl), ("Services:submissions:Url", $"http://127.0.0.1:{FreePort.Next()}"));
        await using var _ = gateway;
        using var __ = admin;

        using var response = await admin.GetAsync("/api/v1/submissions");

        var problem = await response.ProblemAsync(HttpStatusCode.ServiceUnavailable);
        problem.GetProperty("detail").GetString()!.ShouldContain("submissions");
        response.Headers.RetryAfter!.Delta!.Value.ShouldBeGreaterThan(TimeSpan.Zero);
        (await admin.GetAsync("/api/v1/auth/me")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_api_document_gathers_what_the_services_say_and_bears_their_absence()
    {
        const string document = """
            {"openapi":"3.1.1","info":{"title":"x","version":"v1"},
             "paths":{"/api/v1/usage":{"get":{"responses":{"200":{"description":"OK","content":{"application/json":{"schema":{"$ref":"#/components/schemas/UserResponse"}}}}}}}},
             "components":{"schemas":{"UserResponse":{"type":"integer"}}},"tags":[{"name":"Usage"}]}
            """;
        await using var service = await Downstream.StartAsync(
            _gatewayUrl,
            routes => routes.MapGet("/openapi/v1.json", () => TypedResults.Text(document, "application/json")));
        await using var gateway = await GatewayServer.StartAsync(null, ("urls", _gatewayUrl), ("Services:evaluation:Url", service.Url));
        using var browser = gateway.NewBrowser();

        var merged = await browser.GetJsonAsync("/openapi/v1.json");

        var paths = merged.GetProperty("paths");
        paths.TryGetProperty("/api/v1/auth/login", out var _).ShouldBeTrue();
        var schema = paths.GetProperty("/api/v1/usage").GetProperty("get").GetProperty("responses").GetProperty("200")
            .GetProperty("content").GetProperty("application/json").GetProperty("schema").GetProperty("$ref").GetString();
        schema.ShouldBe("#/components/schemas/EvaluationUserResponse", "the gateway means something else by UserResponse");
        var schemas = merged.GetProperty("components").GetProperty("schemas");
        schemas.GetProperty("EvaluationUserResponse").GetProperty("type").GetString().ShouldBe("integer");
        schemas.GetProperty("UserResponse").GetProperty("type").GetString().ShouldBe("object");
        merged.GetProperty("tags").EnumerateArray().Select(tag => tag.GetProperty("name").GetString()).ShouldContain("Usage");
    }
}
