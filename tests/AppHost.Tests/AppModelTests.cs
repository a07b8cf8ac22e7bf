using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace MemoCoach.AppHost.Tests;

/// <summary>The app model alone: neither containers nor the orchestrator run.</summary>
public sealed class AppModelTests
{
    private static readonly string[] Programs = ["config", "evaluation", "gateway", "maintenance", "submissions"];

    [Fact]
    public async Task Five_programs_share_a_broker_and_have_a_database_each()
    {
        await using var app = await BuildAsync();
        var resources = app.Services.GetRequiredService<DistributedApplicationModel>().Resources;

        resources.OfType<ProjectResource>().Select(project => project.Name).Order().ShouldBe(Programs);
        resources.OfType<RabbitMQServerResource>().Single().Name.ShouldBe("messaging");
        resources.OfType<PostgresDatabaseResource>().Select(database => database.DatabaseName).Order().ShouldBe(Programs);
    }

    [Fact]
    public async Task The_gateway_alone_is_a_public_door()
    {
        await using var app = await BuildAsync();

        var open =
            from project in app.Services.GetRequiredService<DistributedApplicationModel>().Resources.OfType<ProjectResource>()
            from endpoint in project.Annotations.OfType<EndpointAnnotation>()
            where endpoint.IsExternal
            select $"{project.Name} {endpoint.Name}";

        open.ShouldBe(["gateway http"]);
    }

    [Fact]
    public async Task Every_program_waits_for_what_it_needs_and_has_a_health_check()
    {
        await using var app = await BuildAsync();

        foreach (var project in app.Services.GetRequiredService<DistributedApplicationModel>().Resources.OfType<ProjectResource>())
        {
            var waits = project.Annotations.OfType<WaitAnnotation>().Select(wait => wait.Resource.Name).ToList();
            waits.ShouldContain("messaging");
            waits.ShouldContain($"{project.Name}-database");
            project.Annotations.OfType<HealthCheckAnnotation>().ShouldNotBeEmpty(project.Name);
        }
    }

    private static async Task<DistributedApplication> BuildAsync()
    {
        var builder = await DistributedApplicationTestingBuilder.CreateAsync<Projects.AppHost>();
        return await builder.BuildAsync();
    }
}
