using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace MemoCoach.ServiceDefaults;

/// <summary>Settings of the management address.</summary>
public sealed class ManagementSettings
{
    public const string Section = "Management";

    /// <summary>Where health and metrics are served; empty for the program's own loopback address.</summary>
    public string Url { get; set; } = "";
}

/// <summary>
/// The two doors of a process: the public addresses and the management address. Which one a request came through is
/// told by the local port of its connection, which, unlike a Host header, the caller cannot choose.
/// </summary>
public sealed class ManagementAddress(IServer server)
{
    private int? _port;

    public bool Received(HttpContext context) => context.Connection.LocalPort is var port && port != 0 && port == Port;

    /// <summary>The port that is really listened on, also where the setting says 0; null before the start.</summary>
    public int? Port => _port ??= server.Features.Get<IServerAddressesFeature>()?.Addresses.LastOrDefault() is { } last
        && BindingAddress.Parse(last).Port is var port and > 0 ? port : null;
}

internal static class Addresses
{
    public static void AddAddresses(this WebApplicationBuilder builder, ServiceIdentity identity)
    {
        var settings = builder.AddSettings<ManagementSettings>(ManagementSettings.Section);
        var management = settings.Url is { Length: > 0 } url ? url : $"http://127.0.0.1:{identity.ManagementPort}";
        var publicUrls = PublicUrls(builder.Configuration, identity);
        var port = Parse(management, $"{ManagementSettings.Section}:{nameof(ManagementSettings.Url)}").Port;
        if (port != 0 && publicUrls.Any(address => Parse(address, "urls").Port == port))
        {
            throw new SettingsException(
                $"{ManagementSettings.Section}:{nameof(ManagementSettings.Url)}",
                $"port {port} is also a public one (ASPNETCORE_URLS); health and metrics need a port of their own.");
        }

        if (builder.Configuration.GetSection("Kestrel:Endpoints").GetChildren().Any())
        {
            throw new SettingsException("Kestrel:Endpoints", "is not read; addresses are given by ASPNETCORE_URLS and Management:Url, certificates by Kestrel:Certificates.");
        }

        // Last, because Kestrel keeps the order and ManagementAddress reads the last one.
        builder.WebHost.UseUrls([.. publicUrls, management]);
        builder.Services.AddSingleton<ManagementAddress>();
    }

    private static string[] PublicUrls(IConfiguration configuration, ServiceIdentity identity)
    {
        if (configuration[WebHostDefaults.ServerUrlsKey] is { Length: > 0 } urls)
        {
            return urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        }

        // The .NET container images set these.
        string[] ports =
        [
            .. Ports(configuration[WebHostDefaults.HttpPortsKey]).Select(port => $"http://*:{port}"),
            .. Ports(configuration[WebHostDefaults.HttpsPortsKey]).Select(port => $"https://*:{port}"),
        ];
        return ports.Length > 0 ? ports : [$"http://localhost:{identity.Port}"];
    }

    private static string[] Ports(string? ports) =>
        ports?.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];

    private static BindingAddress Parse(string address, string setting)
    {
        try
        {
            return BindingAddress.Parse(address);
        }
        catch (FormatException failure)
        {
            throw new SettingsException(setting, "is not an address such as http://127.0.0.1:8081.", failure);
        }
    }
}
