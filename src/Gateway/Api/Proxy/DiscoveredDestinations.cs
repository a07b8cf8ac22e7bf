using System.Net;
using Microsoft.Extensions.Primitives;
using Microsoft.Extensions.ServiceDiscovery;
using Yarp.ReverseProxy.Configuration;
using Yarp.ReverseProxy.ServiceDiscovery;

namespace MemoCoach.Gateway.Api.Proxy;

/// <summary>
/// Lets YARP's destinations be names that Microsoft's service discovery resolves; an address that it does not know is
/// taken as it is.
/// </summary>
internal sealed class DiscoveredDestinations(ServiceEndpointResolver resolver) : IDestinationResolver
{
    public async ValueTask<ResolvedDestinationCollection> ResolveDestinationsAsync(
        IReadOnlyDictionary<string, DestinationConfig> destinations, CancellationToken cancellationToken)
    {
        var resolved = new Dictionary<string, DestinationConfig>(StringComparer.Ordinal);
        var changes = new List<IChangeToken>();
        foreach (var (name, destination) in destinations)
        {
            var address = new Uri(destination.Address);
            var source = await resolver.GetEndpointsAsync(address.GetLeftPart(UriPartial.Authority), cancellationToken);
            changes.Add(source.ChangeToken);
            foreach (var endpoint in source.Endpoints)
            {
                var target = Target(address, endpoint.EndPoint);
                resolved[$"{name}[{target.Authority}]"] = destination with { Address = target.ToString() };
            }
        }

        return new ResolvedDestinationCollection(resolved, new CompositeChangeToken(changes));
    }

    private static Uri Target(Uri original, EndPoint endpoint)
    {
        if (endpoint is UriEndPoint known)
        {
            return new Uri(known.Uri, original.PathAndQuery);
        }

        var (host, port) = endpoint switch
        {
            DnsEndPoint dns => (dns.Host, dns.Port),
            IPEndPoint ip => (ip.Address.ToString(), ip.Port),
            _ => throw new NotSupportedException($"Service discovery returned an endpoint of the unknown kind {endpoint.GetType().Name}."),
        };
        return new UriBuilder(original)
        {
            Scheme = original.Scheme.Split('+')[0],
            Host = host,
            Port = port == 0 ? original.Port : port,
        }.Uri;
    }
}
