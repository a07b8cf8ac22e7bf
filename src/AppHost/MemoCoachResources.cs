using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;

namespace MemoCoach.AppHost;

/// <summary>What all five programs have in common: a database of their own, the broker, a health page apart from the public door.</summary>
internal static class MemoCoachResources
{
    private const string Http = "http";
    private const string Management = "management";

    public static IResourceBuilder<ProjectResource> AddMemoCoach<TProject>(
        this IDistributedApplicationBuilder builder,
        string name,
        IResourceBuilder<PostgresServerResource> postgres,
        IResourceBuilder<RabbitMQServerResource> messaging)
        where TProject : IProjectMetadata, new()
    {
        // The database and the program may not share a name; the connection string has the program's.
        var database = postgres.AddDatabase($"{name}-database", databaseName: name);
        var project = builder.AddProject<TProject>(name, options => options.ExcludeLaunchProfile = true)
            .WithHttpEndpoint(name: Http)
            .WithHttpEndpoint(name: Management)
            .WithEndpointsInEnvironment(endpoint => endpoint.Name != Management)
            .WithHttpHealthCheck("/health", endpointName: Management)
            .WithReference(database, connectionName: name)
            .WithReference(messaging)
            .WithEnvironment("Storage__Provider", "Postgres")
            .WithEnvironment("Messaging__Transport", "RabbitMq")
            .WaitFor(database)
            .WaitFor(messaging);

        var managementPort = project.GetEndpoint(Management).Property(EndpointProperty.TargetPort);
        // In a container the platform's probes come from outside; on a developer's machine nobody else should get in.
        project.WithEnvironment("Management__Url", builder.ExecutionContext.IsRunMode
            ? ReferenceExpression.Create($"http://localhost:{managementPort}")
            : ReferenceExpression.Create($"http://*:{managementPort}"));
        if (builder.ExecutionContext.IsRunMode)
        {
            project
                .WithEnvironment("ASPNETCORE_ENVIRONMENT", builder.Environment.EnvironmentName)
                .WithEnvironment("Data__Directory", Path.Combine(builder.AppHostDirectory, "..", "..", "data", name));
        }

        return project;
    }

    /// <summary>Not WithExternalHttpEndpoints, which would open health and metrics as well.</summary>
    public static IResourceBuilder<ProjectResource> IsThePublicDoor(this IResourceBuilder<ProjectResource> gateway) =>
        gateway.WithEndpoint(Http, endpoint => endpoint.IsExternal = true);

    /// <summary>Lets a service check the tokens that the gateway signs.</summary>
    public static IResourceBuilder<ProjectResource> TrustsTokensOf(
        this IResourceBuilder<ProjectResource> service, IResourceBuilder<ProjectResource> gateway) =>
        service.WithEnvironment(
            "Authentication__KeysUrl", ReferenceExpression.Create($"{gateway.GetEndpoint(Http)}/.well-known/jwks.json"));
}
