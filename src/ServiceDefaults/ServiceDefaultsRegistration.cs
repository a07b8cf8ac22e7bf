using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using MemoCoach.ServiceDefaults.Health;
using MemoCoach.ServiceDefaults.Logging;
using MemoCoach.ServiceDefaults.Problems;
using MemoCoach.ServiceDefaults.Telemetry;

namespace MemoCoach.ServiceDefaults;

/// <summary>What every process of MemoCoach has in common. A process calls this once, first.</summary>
public static class ServiceDefaultsRegistration
{
    /// <summary>
    /// Settings and secrets, the data directory, addresses, logs with redaction, telemetry, health on the management
    /// address, JSON and problem details. Not authentication: the host chooses it.
    /// </summary>
    public static WebApplicationBuilder AddServiceDefaults(this WebApplicationBuilder builder)
    {
        StartFailure.Install();
        var identity = ServiceIdentity.Of(builder.Environment.ApplicationName);
        builder.Configuration.AddSecretFiles();
        var data = DataDirectory.Open(builder.Configuration);

        builder.Services.AddSingleton(identity);
        builder.Services.AddSingleton(data);
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.AddRedactedLogs(identity, data);
        builder.AddTelemetry(identity);
        builder.AddAddresses(identity);
        builder.AddHealth();
        builder.AddJson();
        builder.AddProblems();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        return builder;
    }

    /// <summary>The beginning of the program's own pipeline; call it before anything else is added to the application.</summary>
    public static WebApplication MapServiceDefaults(this WebApplication app)
    {
        // The pipeline around the application has one already. In development, ASP.NET Core puts its exception page
        // between the two, which would show callers the stack trace.
        app.UseExceptionHandler();
        return app;
    }
}
