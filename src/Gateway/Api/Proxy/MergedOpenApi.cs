using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Yarp.ReverseProxy;

namespace MemoCoach.Gateway.Api.Proxy;

/// <summary>
/// One OpenAPI document for everything behind the gateway. A service that is down is shown as it was last seen, and left
/// out where it was never seen.
/// </summary>
internal sealed class MergedOpenApi(
    [FromKeyedServices(MergedOpenApi.DocumentName)] IOpenApiDocumentProvider own,
    IProxyStateLookup proxy,
    IHttpClientFactory clients,
    TimeProvider clock,
    ILogger<MergedOpenApi> logger)
{
    public const string Path = "/openapi/v1.json";
    public const string DocumentName = "v1";
    public const string ClientName = "openapi";
    private static readonly TimeSpan Freshness = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, (JsonObject? Document, DateTimeOffset At)> _seen = new(StringComparer.Ordinal);

    public async Task<string> BuildAsync(CancellationToken cancellationToken)
    {
        var document = await own.GetOpenApiDocumentAsync(cancellationToken);
        var merged = JsonNode.Parse(await document.SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1, cancellationToken))!.AsObject();
        merged["info"]!["title"] = "MemoCoach";
        var services = proxy.GetClusters().OrderBy(cluster => cluster.ClusterId, StringComparer.Ordinal).ToList();
        var documents = await Task.WhenAll(services.Select(async cluster => (
            cluster.ClusterId,
            Document: await FetchAsync(cluster.ClusterId, cluster.Destinations.Values.Select(one => one.Model.Config.Address), cancellationToken))));
        foreach (var (service, part) in documents)
        {
            if (part is not null)
            {
                OpenApiMerge.Add(merged, part.DeepClone().AsObject(), service);
            }
        }

        return merged.ToJsonString();
    }

    private async Task<JsonObject?> FetchAsync(string service, IEnumerable<string> addresses, CancellationToken cancellationToken)
    {
        var known = _seen.GetValueOrDefault(service);
        var now = clock.GetUtcNow();
        if (now - known.At < Freshness || addresses.FirstOrDefault() is not { } address)
        {
            return known.Document;
        }

        try
        {
            using var client = clients.CreateClient(ClientName);
            var text = await client.GetStringAsync(new Uri(new Uri(address), Path), cancellationToken);
            var fetched = JsonNode.Parse(text)?.AsObject();
            _seen[service] = (fetched, now);
            return fetched;
        }
        catch (Exception exception) when (exception is HttpRequestException or JsonException or InvalidOperationException
            || (exception is TaskCanceledException && !cancellationToken.IsCancellationRequested))
        {
            logger.LogWarning("The OpenAPI document of {Destination} could not be fetched: {Reason}", service, exception.Message);
            _seen[service] = (known.Document, now);
            return known.Document;
        }
    }
}
