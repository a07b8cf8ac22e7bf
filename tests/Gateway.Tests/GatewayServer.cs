using MemoCoach.Gateway.Application;
using MemoCoach.Gateway.Infrastructure;
using MemoCoach.Messaging;
using MemoCoach.ServiceDefaults;
using MemoCoach.Storage;
using MemoCoach.TestKit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace MemoCoach.Gateway.Tests;

/// <summary>The gateway as it is deployed: Kestrel on a free port, a database of its own, a clock that the test sets.</summary>
internal sealed class GatewayServer : IAsyncDisposable
{
    public const string AdminEmail = "ada@example.org";
    public const string AdminPassword = "correct horse battery";

    private readonly WebApplication _app;
    private readonly TempFolder? _ownFolder;

    private GatewayServer(WebApplication app, TempFolder? ownFolder, FakeTimeProvider clock)
    {
        _app = app;
        _ownFolder = ownFolder;
        Clock = clock;
        Address = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
    }

    public Uri Address { get; }

    public FakeTimeProvider Clock { get; }

    public string DataDirectory => Services.GetRequiredService<DataDirectory>().Path;

    public string DatabaseFile => Path.Combine(DataDirectory, "gateway.db");

    public IServiceProvider Services => _app.Services;

    public Database<GatewayDbContext> Database => Services.GetRequiredService<Database<GatewayDbContext>>();

    /// <param name="folder">The data directory; without one, a fresh one that goes with the server.</param>
    public static async Task<GatewayServer> StartAsync(TempFolder? folder = null, params (string Key, string? Value)[] settings)
    {
        var own = folder is null ? new TempFolder("gateway") : null;
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow);
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ApplicationName = "MemoCoach.Gateway" });
        builder.Configuration.AddInMemoryCollection(Defaults((own ?? folder)!.Path));
        builder.Configuration.AddInMemoryCollection(settings.ToDictionary(setting => setting.Key, setting => setting.Value));
        builder.Services.AddSingleton<TimeProvider>(clock);

        // The hash is Identity's; only its slowness would be in the way here.
        builder.Services.Configure<PasswordHasherOptions>(options => options.IterationCount = 1_000);
        builder.AddServiceDefaults();
        builder.AddServiceOpenApi();
        builder.AddGatewayAuthentication();
        builder.AddGateway();
        builder.AddGatewayProxy();
        builder.AddMessageBus();

        var app = builder.Build();
        app.MapServiceDefaults();
        app.UseGatewayAuthentication();
        app.MapGateway();
        app.MapGatewayProxy();

        // Stands for the web pages, which another project's tests open.
        app.MapGet("/page", () => "a page").RequireAuthorization(Policies.Operator);
        await app.StartAsync();
        return new GatewayServer(app, own, clock);
    }

    /// <summary>A gateway that has its first account, and a browser in which that account is signed in.</summary>
    public static async Task<(GatewayServer Gateway, Browser Admin)> StartSignedInAsync(params (string Key, string? Value)[] settings)
    {
        var gateway = await StartAsync(null, [("Setup:AdminEmail", AdminEmail), ("Setup:AdminPassword", AdminPassword), .. settings]);
        return (gateway, await gateway.SignInAsync(AdminEmail, AdminPassword));
    }

    public Browser NewBrowser() => new(Address);

    public async Task<Browser> SignInAsync(string email, string password)
    {
        var browser = NewBrowser();
        await browser.SignInAsync(email, password);
        return browser;
    }

    public async Task<string> SetupTokenAsync() =>
        await Services.GetRequiredService<OfferSetup>().HandleAsync(CancellationToken.None) ?? throw new InvalidOperationException("Set up already.");

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        _ownFolder?.Dispose();
    }

    private static Dictionary<string, string?> Defaults(string folder) => new()
    {
        ["urls"] = "http://127.0.0.1:0",
        ["Management:Url"] = "http://127.0.0.1:0",
        ["Data:Directory"] = folder,
        ["Logs:Console"] = "Off",
        ["Logs:Files"] = "false",
        ["RateLimits:Enabled"] = "false",
    };
}
