using MemoCoach.ServiceDefaults;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace MemoCoach.Gateway.Tests;

/// <summary>A service behind the gateway that guards itself as the real ones do.</summary>
internal sealed class Downstream : IAsyncDisposable
{
    private readonly WebApplication _app;

    private Downstream(WebApplication app)
    {
        _app = app;
        Url = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
    }

    public string Url { get; }

    /// <param name="gateway">Where its tokens' keys will be published: asked on the first request.</param>
    public static async Task<Downstream> StartAsync(string gateway, Action<IEndpointRouteBuilder> map)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ApplicationName = "MemoCoach.Downstream" });
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection([new("urls", "http://127.0.0.1:0"), new("Authentication:KeysUrl", $"{gateway}/.well-known/jwks.json")]);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.AddServiceAuthentication();
        var app = builder.Build();
        map(app);
        await app.StartAsync();
        return new Downstream(app);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }
}
