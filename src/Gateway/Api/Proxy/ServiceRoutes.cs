using MemoCoach.Contracts;

namespace MemoCoach.Gateway.Api.Proxy;

/// <summary>
/// Which service answers which path, in YARP's own configuration form, so that the section <c>ReverseProxy</c> can
/// change or add anything.
/// </summary>
internal static class ServiceRoutes
{
    public const string Section = "ReverseProxy";

    private static readonly (string Path, string Service)[] Paths =
    [
        ("/api/v1/submissions", ServiceNames.Submissions),
        ("/api/v1/progress", ServiceNames.Submissions),
        ("/api/v1/reviews", ServiceNames.Evaluation),
        ("/api/v1/usage", ServiceNames.Evaluation),
        ("/api/v1/config", ServiceNames.Config),
        ("/api/v1/maintenance", ServiceNames.Maintenance),
    ];

    private static readonly (string Service, int Port)[] Services =
    [
        (ServiceNames.Submissions, 8110),
        (ServiceNames.Evaluation, 8120),
        (ServiceNames.Config, 8130),
        (ServiceNames.Maintenance, 8140),
    ];

    /// <summary>The defaults, with what the operator has set on top.</summary>
    public static IConfiguration Merge(IConfiguration configuration) => new ConfigurationBuilder()
        .AddInMemoryCollection(Paths.SelectMany(path => RouteOf(path.Path, path.Service)))
        .AddInMemoryCollection(Services.SelectMany(service => ClusterOf(configuration, service.Service, service.Port)))
        .AddConfiguration(configuration.GetSection(Section))
        .Build();

    private static IEnumerable<KeyValuePair<string, string?>> RouteOf(string path, string service)
    {
        var route = $"Routes:{path.Split('/')[^1]}";
        yield return new($"{route}:ClusterId", service);
        yield return new($"{route}:Match:Path", path + "/{**rest}");

        // Nothing reaches a service without a caller whom the gateway knows.
        yield return new($"{route}:AuthorizationPolicy", "default");
    }

    private static IEnumerable<KeyValuePair<string, string?>> ClusterOf(IConfiguration configuration, string service, int port)
    {
        var cluster = $"Clusters:{service}";
        var (address, health) = AddressOf(configuration, service, port);
        yield return new($"{cluster}:Destinations:service:Address", address);
        yield return new($"{cluster}:LoadBalancingPolicy", "PowerOfTwoChoices");

        // Silence, not duration: server-sent events send a comment every 15 s and may go on for hours.
        yield return new($"{cluster}:HttpRequest:ActivityTimeout", "00:01:00");

        // Where no destination looks healthy, the fault may be the check's: trying costs little.
        yield return new($"{cluster}:HealthCheck:AvailableDestinationsPolicy", "HealthyOrPanic");
        if (health is not null)
        {
            yield return new($"{cluster}:Destinations:service:Health", health);
            yield return new($"{cluster}:HealthCheck:Active:Enabled", "true");
            yield return new($"{cluster}:HealthCheck:Active:Path", "/health");
            yield return new($"{cluster}:HealthCheck:Active:Interval", "00:00:10");
            yield return new($"{cluster}:HealthCheck:Active:Timeout", "00:00:05");
        }
    }

    /// <summary>
    /// In this order: <c>Services:name:Url</c>; what service discovery knows (<c>services__name__http__0</c>, as Aspire
    /// hands over); the service's own default on this machine.
    /// </summary>
    private static (string Address, string? Health) AddressOf(IConfiguration configuration, string service, int port)
    {
        var settings = configuration.GetSection($"Services:{service}");
        var health = settings["HealthUrl"];
        if (settings["Url"] is { Length: > 0 } url)
        {
            return (url, health);
        }

        return settings.GetSection("http").Exists() || settings.GetSection("https").Exists()
            ? ($"https+http://{service}", health)
            : ($"http://localhost:{port}", health ?? $"http://localhost:{port + 1}");
    }
}
