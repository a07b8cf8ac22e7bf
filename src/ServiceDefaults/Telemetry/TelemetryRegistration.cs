using System.Diagnostics.Metrics;
using System.Reflection;
using MemoCoach.ServiceDefaults.Logging;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using OpenTelemetry;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace MemoCoach.ServiceDefaults.Telemetry;

internal static class TelemetryRegistration
{
    private const string OtlpEndpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";
    private const string OwnNames = "MemoCoach.*";
    private const string MassTransitName = "MassTransit";

    /// <summary>Seconds. From what a page load is made of to what a model takes; the SDK's defaults are for milliseconds.</summary>
    private static readonly double[] DurationBuckets =
        [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120];

    public static void AddTelemetry(this WebApplicationBuilder builder, ServiceIdentity identity)
    {
        var telemetry = builder.Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService(
                identity.Name, serviceNamespace: "memocoach", serviceVersion: Version(), serviceInstanceId: Guid.NewGuid().ToString()))
            .WithMetrics(metrics => metrics
                .AddAspNetCoreInstrumentation()
                .AddHttpClientInstrumentation()
                .AddRuntimeInstrumentation()
                .AddMeter(OwnNames, MassTransitName, "Npgsql")
                .AddView(instrument => instrument is { Unit: "s" } && IsHistogram(instrument)
                    ? new ExplicitBucketHistogramConfiguration { Boundaries = DurationBuckets }
                    : null)
                .AddPrometheusExporter());

        // Without a collector nobody reads traces; trace ids still run through logs and messages.
        if (string.IsNullOrEmpty(builder.Configuration[OtlpEndpoint]))
        {
            return;
        }

        telemetry.WithTracing(tracing => tracing
            .AddAspNetCoreInstrumentation(options => options.Filter = IsNotManagement)
            .AddHttpClientInstrumentation()
            .AddNpgsql()
            .AddSource(OwnNames, MassTransitName)
            .AddProcessor(services => new SpanRedaction(services.GetRequiredService<Redactor>())));
        telemetry.WithLogging(
            logging => logging.AddProcessor(services => new LogRedaction(services.GetRequiredService<Redactor>())),
            options =>
            {
                options.IncludeFormattedMessage = true;
                options.ParseStateValues = true;
                // Scopes of an exported record cannot be redacted.
                options.IncludeScopes = false;
            });
        telemetry.UseOtlpExporter();
    }

    private static bool IsNotManagement(HttpContext context) =>
        !context.RequestServices.GetRequiredService<ManagementAddress>().Received(context);

    private static bool IsHistogram(Instrument instrument) =>
        instrument.GetType() is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(Histogram<>);

    private static string Version() =>
        Assembly.GetEntryAssembly()?.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0.0.0";
}
