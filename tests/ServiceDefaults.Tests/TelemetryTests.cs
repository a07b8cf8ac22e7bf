using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;
using MemoCoach.TestKit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenTelemetry;

namespace MemoCoach.ServiceDefaults.Tests;

/// <summary>Against a collector that takes OTLP over HTTP and keeps the bytes: names and values stand in them as plain UTF-8.</summary>
public sealed class TelemetryTests
{
    private const string Canary = "canary0123456789";

    [Fact]
    public async Task Traces_logs_and_metrics_reach_the_collector_without_secrets()
    {
        await using var collector = await Collector.StartAsync();
        using var source = new ActivitySource("MemoCoach.Test");
        await using (var app = await TestApplication.StartAsync(
            map: app => app.MapGet("/memos", (ILogger<TelemetryTests> log) =>
            {
                using var activity = source.StartActivity("reads a memo");
                activity!.SetTag("note", $"Bearer {Canary}");
                activity.SetTag("password", Canary);
                activity.SetStatus(ActivityStatusCode.Error, $"password={Canary}");
                using (var failed = source.StartActivity("tells a secret"))
                {
                    failed!.AddException(new InvalidOperationException($"token={Canary}"));
                }

                log.LogError(new InvalidOperationException("because", new IOException($"token={Canary}")), "Read {Password} with password={Value} and {Note}", Canary, Canary, $"mc_{Canary}");
                return "memos";
            }),
            settings: [$"OTEL_EXPORTER_OTLP_ENDPOINT={collector.Address}", "OTEL_EXPORTER_OTLP_PROTOCOL=http/protobuf"]))
        {
            await app.Public.GetStringAsync($"/memos?access_token={Canary}");
            // The caller's own span would name the path as well.
            using (SuppressInstrumentationScope.Begin())
            {
                await app.Management.GetStringAsync("/health");
            }
        }

        var traces = collector.Received("/v1/traces");
        traces.ShouldContain("reads a memo");
        traces.ShouldContain("GET /memos");
        traces.ShouldContain("submissions");
        traces.ShouldNotContain("/health");
        traces.ShouldNotContain("tells a secret");
        collector.Received("/v1/logs").ShouldContain("InvalidOperationException");
        collector.Received("/v1/metrics").ShouldContain("http.server.request.duration");
        collector.Received("").ShouldNotContain(Canary);
    }

    private sealed class Collector : IAsyncDisposable
    {
        private readonly ConcurrentQueue<(string Path, string Body)> _received = new();
        private readonly WebApplication _app;

        private Collector(WebApplication app) => _app = app;

        public string Address => _app.Urls.Single();

        public static async Task<Collector> StartAsync()
        {
            var app = Bare.CreateApplication();
            app.Urls.Add($"http://127.0.0.1:{FreePort.Next()}");
            var collector = new Collector(app);
            app.Run(async context =>
            {
                using var body = new MemoryStream();
                await context.Request.Body.CopyToAsync(body);
                collector._received.Enqueue((context.Request.Path, Encoding.UTF8.GetString(body.ToArray())));
            });
            await app.StartAsync();
            return collector;
        }

        public string Received(string path) => string.Join('\n', _received.Where(entry => entry.Path.StartsWith(path, StringComparison.Ordinal)).Select(entry => entry.Body));

        public ValueTask DisposeAsync() => _app.DisposeAsync();
    }
}
