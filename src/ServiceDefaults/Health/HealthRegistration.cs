using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace MemoCoach.ServiceDefaults.Health;

internal static class HealthRegistration
{
    /// <summary>Tag of the checks that say whether the process itself lives, apart from what it depends on.</summary>
    public const string AliveTag = "alive";

    public static void AddHealth(this WebApplicationBuilder builder)
    {
        builder.Services.AddHealthChecks().AddCheck("self", () => HealthCheckResult.Healthy(), [AliveTag]);
        builder.Services.AddTransient<IStartupFilter, ManagementStartupFilter>();
    }
}
