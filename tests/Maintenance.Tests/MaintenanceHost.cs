using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Claims;
using System.Text.Encodings.Web;
using System.Text.Json;
using MemoCoach.Contracts;
using MemoCoach.Maintenance.Application;
using MemoCoach.Maintenance.Infrastructure;
using MemoCoach.Messaging;
using MemoCoach.ServiceDefaults;
using MemoCoach.Storage;
using MemoCoach.TestKit;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace MemoCoach.Maintenance.Tests;

/// <summary>The service as it runs, on a clock that the test moves.</summary>
internal sealed class MaintenanceHost : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly string _address;

    private MaintenanceHost(WebApplication app, string address, FakeTimeProvider clock)
    {
        _app = app;
        _address = address;
        Clock = clock;
    }

    public FakeTimeProvider Clock { get; }

    public Database<MaintenanceDbContext> Database => _app.Services.GetRequiredService<Database<MaintenanceDbContext>>();

    public ThinHeartbeats Thin => _app.Services.GetRequiredService<ThinHeartbeats>();

    public IServiceProvider Services => _app.Services;

    public static async Task<MaintenanceHost> StartAsync(string directory, FakeTimeProvider clock, params (string Key, string Value)[] settings)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Production" });
        var address = $"http://127.0.0.1:{FreePort.Next()}";
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Data:Directory"] = directory,
            ["urls"] = address,
            ["Management:Url"] = "http://127.0.0.1:0",
            ["Logging:LogLevel:Default"] = "Error",
            // The test's clock jumps over many periods of the relay, which has nothing to do here.
            ["Messaging:RelayInterval"] = "00:10:00",
        });
        builder.Configuration.AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value)));
        builder.Services.AddSingleton<TimeProvider>(clock);
        builder.AddServiceDefaults();
        builder.Services.AddMemoCoachPolicies();
        builder.Services.AddAuthentication("Test").AddScheme<AuthenticationSchemeOptions, TestAuthentication>("Test", null);
        builder.AddMaintenance();
        builder.AddMessageBus();

        var app = builder.Build();
        app.MapServiceDefaults();
        app.MapMaintenance();
        await app.StartAsync();
        return new MaintenanceHost(app, address, clock);
    }

    public HttpClient Client(string? role)
    {
        var client = new HttpClient { BaseAddress = new Uri(_address) };
        client.DefaultRequestHeaders.Authorization = role is null ? null : new AuthenticationHeaderValue("Test", role);
        return client;
    }

    /// <summary>What the status page gets to see of one service.</summary>
    public async Task<JsonElement> StatusAsync(string service, int days = 30)
    {
        using var client = Client("operator");
        var status = await client.GetFromJsonAsync<JsonElement>($"/api/v1/maintenance/status?days={days}");
        return status.GetProperty("services").EnumerateArray().Single(item => item.GetProperty("service").GetString() == service);
    }

    public async Task BeatAsync(
        string service, Guid instance, string status = "Healthy", TimeSpan skew = default, DateTimeOffset? sentAt = null, params string[] issues) =>
        await _app.Services.GetRequiredService<IEphemeralPublisher>().PublishAsync(
            new HeartbeatSent(service, instance, "1.2.3", status, issues, Clock.GetUtcNow() - TimeSpan.FromHours(1), (sentAt ?? Clock.GetUtcNow()) + skew),
            TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    private sealed class TestAuthentication(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
        : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
    {
        protected override Task<AuthenticateResult> HandleAuthenticateAsync()
        {
            if (!AuthenticationHeaderValue.TryParse(Request.Headers.Authorization, out var header) || header.Parameter is not { } role)
            {
                return Task.FromResult(AuthenticateResult.NoResult());
            }

            var identity = new ClaimsIdentity([new(ClaimNames.Subject, Guid.CreateVersion7().ToString()), new(ClaimNames.Role, role)], Scheme.Name);
            return Task.FromResult(AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), Scheme.Name)));
        }
    }
}
