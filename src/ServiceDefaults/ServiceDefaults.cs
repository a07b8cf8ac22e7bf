using Microsoft.AspNetCore.Builder;

namespace MemoCoach.ServiceDefaults;

/// <summary>What every process of MemoCoach has in common: settings, telemetry, health, logs, problem details.</summary>
public static class ServiceDefaultsExtensions
{
    public static WebApplicationBuilder AddServiceDefaults(this WebApplicationBuilder builder) => builder;

    public static WebApplication MapServiceDefaults(this WebApplication app) => app;
}
