using System.Net.Http.Headers;
using System.Security.Claims;
using System.Text.Encodings.Web;
using MemoCoach.ConfigService.Infrastructure;
using MemoCoach.Messaging;
using MemoCoach.ServiceDefaults;
using MemoCoach.Storage;
using MemoCoach.TestKit;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace MemoCoach.ConfigService.Tests;

/// <summary>The service as it runs: real files, a real database, a real HTTP server, messages in process.</summary>
internal sealed class ConfigHost : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly Uri _address;

    private ConfigHost(WebApplication app, string address, RecordedLogs logs)
    {
        _app = app;
        _address = new Uri(address);
        Logs = logs;
    }

    public RecordedLogs Logs { get; }

    public IServiceProvider Services => _app.Services;

    public Database<ConfigDbContext> Database => Services.GetRequiredService<Database<ConfigDbContext>>();

    public static async Task<ConfigHost> StartAsync(
        string directory, Action<WebApplicationBuilder>? configure = null, params (string Key, string Value)[] settings)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Production" });
        var address = $"http://127.0.0.1:{FreePort.Next()}";
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Data:Directory"] = directory,
            ["Messaging:RelayInterval"] = "00:00:00.100",
            ["urls"] = address,
            ["Logging:LogLevel:Default"] = "Error",
            ["Management:Url"] = "http://127.0.0.1:0",
        });
        builder.Configuration.AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value)));
        var logs = new RecordedLogs();
        builder.AddServiceDefaults();
        builder.Logging.AddProvider(logs);
        builder.Services.AddMemoCoachPolicies();
        builder.Services.AddAuthentication(TestAuthentication.Scheme)
            .AddScheme<AuthenticationSchemeOptions, TestAuthentication>(TestAuthentication.Scheme, null);
        builder.AddConfigService();
        configure?.Invoke(builder);
        builder.AddMessageBus();

        var app = builder.Build();
        app.MapServiceDefaults();
        app.MapConfigService();
        await app.StartAsync();
        return new ConfigHost(app, address, logs);
    }

    /// <summary>A client that is signed in with these roles.</summary>
    public HttpClient Client(params string[] roles)
    {
        var client = new HttpClient { BaseAddress = _address };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(TestAuthentication.Scheme, string.Join(',', roles));
        return client;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    internal sealed class TestAuthentication(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
        : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
    {
        public new const string Scheme = "Test";

        public static Guid AccountId { get; } = Guid.Parse("0192d5a0-0000-7000-8000-000000000001");

        protected override Task<AuthenticateResult> HandleAuthenticateAsync()
        {
            if (!AuthenticationHeaderValue.TryParse(Request.Headers.Authorization, out var header) || header.Parameter is not { } roles)
            {
                return Task.FromResult(AuthenticateResult.NoResult());
            }

            Claim[] claims = [new("sub", AccountId.ToString()), .. roles.Split(',').Select(role => new Claim("role", role))];
            var identity = new ClaimsIdentity(claims, Scheme, "sub", "role");
            return Task.FromResult(AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), Scheme)));
        }
    }
}

/// <summary>What was logged, as text.</summary>
internal sealed class RecordedLogs : ILoggerProvider, ILogger
{
    private readonly List<string> _errors = [];

    public IReadOnlyList<string> Errors
    {
        get
        {
            lock (_errors)
            {
                return [.. _errors];
            }
        }
    }

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (IsEnabled(logLevel))
        {
            lock (_errors)
            {
                _errors.Add($"{formatter(state, exception)} {exception}");
            }
        }
    }

    public void Dispose()
    {
    }
}
