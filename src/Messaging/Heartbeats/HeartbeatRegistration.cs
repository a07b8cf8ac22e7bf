using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace MemoCoach.Messaging.Heartbeats;

public static class HeartbeatRegistration
{
    /// <summary>
    /// Sends the heartbeat of a service. Its status is that of the health checks tagged with the service's name; several
    /// services of one process beat each for itself.
    /// </summary>
    public static IServiceCollection AddHeartbeat(this IServiceCollection services, string service)
    {
        services.AddOptions<HeartbeatOptions>().BindConfiguration(HeartbeatOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddHealthChecks();
        // AddHostedService keeps one registration for each type, which would silence all services but the first.
        services.AddSingleton<IHostedService>(provider => ActivatorUtilities.CreateInstance<HeartbeatSender>(provider, service));
        return services;
    }
}
