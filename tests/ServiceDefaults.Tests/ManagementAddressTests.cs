using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using MemoCoach.TestKit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace MemoCoach.ServiceDefaults.Tests;

public sealed class ManagementAddressTests
{
    [Theory]
    [InlineData("Production")]
    [InlineData("Development")]
    public async Task Health_and_metrics_are_served_on_the_management_address_alone(string environment)
    {
        await using var app = await TestApplication.StartAsync(environment: environment);

        foreach (var path in (string[])["/health", "/alive", "/metrics"])
        {
            (await app.Management.GetAsync(path)).StatusCode.ShouldBe(HttpStatusCode.OK, path);
            (await app.Public.GetAsync(path)).StatusCode.ShouldBe(HttpStatusCode.NotFound, path);
        }
    }

    [Fact]
    public async Task A_forged_host_header_opens_nothing()
    {
        await using var app = await TestApplication.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/metrics");
        request.Headers.Host = app.Management.BaseAddress!.Authority;
        request.Headers.Add("X-Forwarded-Host", app.Management.BaseAddress.Authority);
        request.Headers.Add("X-Forwarded-Port", $"{app.Management.BaseAddress.Port}");

        (await app.Public.SendAsync(request)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_programs_own_routes_are_not_served_on_the_management_address()
    {
        await using var app = await TestApplication.StartAsync(map: app => app.MapGet("/memos", () => "memos"));

        (await app.Public.GetStringAsync("/memos")).ShouldBe("memos");
        (await app.Management.GetAsync("/memos")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Health_does_not_ask_who_calls()
    {
        await using var app = await TestApplication.StartAsync(
            builder =>
            {
                builder.AddServiceAuthentication();
                builder.Services.AddAuthorizationBuilder().SetFallbackPolicy(
                    new Microsoft.AspNetCore.Authorization.AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
            },
            app => app.MapGet("/memos", () => "memos"));

        (await app.Management.GetAsync("/health")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await app.Public.GetAsync("/memos")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData(HealthStatus.Healthy, HttpStatusCode.OK)]
    [InlineData(HealthStatus.Degraded, HttpStatusCode.OK)]
    [InlineData(HealthStatus.Unhealthy, HttpStatusCode.ServiceUnavailable)]
    public async Task Health_lists_the_checks_and_answers_200_while_work_is_taken(HealthStatus status, HttpStatusCode expected)
    {
        await using var app = await TestApplication.StartAsync(builder => builder.Services.AddHealthChecks()
            .AddCheck("broker", () => new HealthCheckResult(status, "password=hunter22"), tags: ["submissions"]));

        var answer = await app.Management.GetAsync("/health");

        answer.StatusCode.ShouldBe(expected);
        var body = await answer.Content.ReadFromJsonAsync<JsonElement>();
        body.GetProperty("status").GetString().ShouldBe(status.ToString().ToLowerInvariant());
        var check = body.GetProperty("checks").EnumerateArray().Single(check => check.GetProperty("name").GetString() == "broker");
        check.GetProperty("status").GetString().ShouldBe(status.ToString().ToLowerInvariant());
        check.GetProperty("description").GetString()!.ShouldNotContain("hunter22");
        (await app.Management.GetAsync("/alive")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_services_health_is_that_of_its_own_checks()
    {
        await using var app = await TestApplication.StartAsync(builder => builder.Services.AddHealthChecks()
            .AddCheck("one", () => HealthCheckResult.Healthy(), tags: ["submissions"])
            .AddCheck("other", () => HealthCheckResult.Unhealthy(), tags: ["evaluation"]));

        (await app.Management.GetAsync("/health/submissions")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await app.Management.GetAsync("/health/evaluation")).StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await app.Management.GetAsync("/health/nobody")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public void Every_program_has_ports_of_its_own()
    {
        string[] programs = ["memocoach", "MemoCoach.Submissions", "MemoCoach.Evaluation", "MemoCoach.ConfigService", "MemoCoach.Maintenance"];

        var ports = programs.Select(ServiceIdentity.Of).SelectMany(identity => new[] { identity.Port, identity.ManagementPort }).ToList();

        ports.ShouldBeUnique();
        ServiceIdentity.Of("memocoach").ShouldBe(new ServiceIdentity("memocoach", 8080, 8081));
    }

    [Fact]
    public void A_management_port_that_is_public_as_well_stops_the_start()
    {
        using var folder = new TempFolder();
        var port = FreePort.Next();
        var builder = TestApplication.CreateBuilder(
            folder, settings: [$"urls=http://127.0.0.1:{port}", $"Management:Url=http://127.0.0.1:{port}"]);

        Should.Throw<SettingsException>(() => builder.AddServiceDefaults()).Setting.ShouldBe("Management:Url");
    }

    [Fact]
    public async Task Metrics_hold_requests_in_buckets_of_seconds_and_the_processs_own_figures()
    {
        await using var app = await TestApplication.StartAsync(map: app => app.MapGet("/memos", () => "memos"));
        await app.Public.GetStringAsync("/memos");

        var metrics = await app.Management.GetStringAsync("/metrics");

        metrics.ShouldContain("http_server_request_duration_seconds_bucket");
        metrics.ShouldContain("http_route=\"/memos\"");
        metrics.ShouldContain("le=\"0.0025\"");
        metrics.ShouldContain("dotnet_process_cpu_time");
        metrics.ShouldContain("dotnet_process_memory_working_set");
        metrics.ShouldContain("service_name=\"submissions\"");
    }
}
