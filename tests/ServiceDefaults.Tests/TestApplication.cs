using MemoCoach.TestKit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;

namespace MemoCoach.ServiceDefaults.Tests;

/// <summary>A program with the service defaults, on a real Kestrel with ports of its own.</summary>
internal sealed class TestApplication : IAsyncDisposable
{
    private readonly TempFolder _folder;
    private readonly WebApplication _app;

    private TestApplication(TempFolder folder, WebApplication app)
    {
        (_folder, _app) = (folder, app);
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses;
        Public = new HttpClient { BaseAddress = new Uri(addresses.First()) };
        Management = new HttpClient { BaseAddress = new Uri(addresses.Last()) };
    }

    public HttpClient Public { get; }

    public HttpClient Management { get; }

    public IServiceProvider Services => _app.Services;

    public string DataDirectory => _folder.Combine("data");

    public static async Task<TestApplication> StartAsync(
        Action<WebApplicationBuilder>? add = null,
        Action<WebApplication>? map = null,
        string environment = "Production",
        params string[] settings)
    {
        var folder = new TempFolder();
        var builder = CreateBuilder(folder, environment, settings);
        builder.AddServiceDefaults();
        add?.Invoke(builder);
        var app = builder.Build();
        app.MapServiceDefaults();
        map?.Invoke(app);
        await app.StartAsync();
        return new TestApplication(folder, app);
    }

    public static WebApplicationBuilder CreateBuilder(TempFolder folder, string environment = "Production", params string[] settings) =>
        WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ApplicationName = "MemoCoach.Submissions",
            EnvironmentName = environment,
            ContentRootPath = folder.Path,
            Args =
            [
                "--urls=http://127.0.0.1:0",
                "--Management:Url=http://127.0.0.1:0",
                $"--Data:Directory={folder.Combine("data")}",
                "--Logs:Console=Off",
                .. settings.Select(setting => "--" + setting),
            ],
        });

    /// <summary>Stops the program, so that every line of log is written, and returns them.</summary>
    public async Task<string[]> StopAndReadLogAsync()
    {
        await _app.DisposeAsync();
        return Directory.GetFiles(Path.Combine(DataDirectory, "logs")).SelectMany(File.ReadAllLines).ToArray();
    }

    public async ValueTask DisposeAsync()
    {
        Public.Dispose();
        Management.Dispose();
        await _app.DisposeAsync();
        _folder.Dispose();
    }
}
