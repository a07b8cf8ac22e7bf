using MemoCoach.Gateway.Infrastructure;
using MemoCoach.ServiceDefaults;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace MemoCoach.Gateway.Web.Api;

/// <summary>Where this process answers its own calls: <c>Gateway:SelfUrl</c>, or a public address it listens on.</summary>
internal sealed class SelfAddress(GatewaySettings settings, IServer server, ManagementAddress management)
{
    private Uri? _value;

    public Uri Value => _value ??= settings.SelfUrl ?? Find();

    /// <summary>Plain HTTP is preferred: a certificate for the public name is not one for the loopback address.</summary>
    private Uri Find()
    {
        var addresses = server.Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
        var best = addresses
            .Select(BindingAddress.Parse)
            .Where(address => !address.IsUnixPipe && !address.IsNamedPipe && address.Port != management.Port)
            .OrderBy(address => address.Scheme == Uri.UriSchemeHttp ? 0 : 1)
            .FirstOrDefault()
            ?? throw new InvalidOperationException("The gateway listens on no address it could call itself on. Set Gateway:SelfUrl.");
        return new UriBuilder(best.Scheme, Reachable(best.Host), best.Port).Uri;
    }

    private static string Reachable(string host) => host switch
    {
        "*" or "+" or "0.0.0.0" => "127.0.0.1",
        "[::]" => "[::1]",
        _ => host,
    };
}
