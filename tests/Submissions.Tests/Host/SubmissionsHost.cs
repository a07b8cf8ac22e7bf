using System.Net.Http.Json;
using System.Text.Json.Nodes;
using MemoCoach.Contracts;
using MemoCoach.Messaging;
using MemoCoach.Messaging.Outbox;
using MemoCoach.Messaging.Transport;
using MemoCoach.ServiceDefaults;
using MemoCoach.Storage;
using MemoCoach.Submissions.Infrastructure;
using MemoCoach.TestKit;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;

namespace MemoCoach.Submissions.Tests.Host;

/// <summary>
/// The service on real Kestrel and a real database, composed as its Program composes it; who calls is said by a header.
/// Nothing evaluates: what Evaluation would say, the tests say.
/// </summary>
public abstract class SubmissionsHost(StorageProvider provider) : IAsyncLifetime
{
    private readonly TempFolder _folder = new("submissions");
    private WebApplication? _app;

    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    public FakeTimeProvider Clock { get; } = new(DateTimeOffset.UtcNow);

    /// <summary>Settings that win over the host's own; to be set before the start.</summary>
    public Dictionary<string, string?> Settings { get; } = [];

    public Uri Address { get; private set; } = null!;

    internal Database<SubmissionsDbContext> Database => Services.GetRequiredService<Database<SubmissionsDbContext>>();

    public IServiceProvider Services => _app!.Services;

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateBuilder();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["urls"] = "http://127.0.0.1:0",
            ["Management:Url"] = "http://127.0.0.1:0",
            ["Data:Directory"] = _folder.Path,
            ["Logs:Console"] = "Off",
            ["Storage:Provider"] = provider.ToString(),
            ["Submissions:EventStreamKeepAlive"] = "00:00:01",
        });
        if (provider == StorageProvider.Postgres)
        {
            builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
            {
                ["ConnectionStrings:submissions"] = await (await PostgresServer.StartAsync()).CreateDatabaseAsync(),
            });
        }

        builder.Configuration.AddInMemoryCollection(Settings);
        builder.Services.AddSingleton<TimeProvider>(Clock);
        builder.AddServiceDefaults();
        builder.Services.AddMemoCoachPolicies();
        builder.Services.AddAuthentication(HeaderAuthentication.Scheme)
            .AddScheme<Microsoft.AspNetCore.Authentication.AuthenticationSchemeOptions, HeaderAuthentication>(HeaderAuthentication.Scheme, _ => { });
        builder.AddSubmissions();
        builder.AddMessageBus();

        _app = builder.Build();
        _app.MapServiceDefaults();
        _app.MapSubmissions();
        await _app.StartAsync();
        Address = new Uri(_app.Urls.First() + "/");
    }

    public Task StopAsync() => _app!.StopAsync();

    /// <summary>A client that calls as this account.</summary>
    public HttpClient ClientOf(Guid writer, string role = Roles.Writer)
    {
        var client = new HttpClient { BaseAddress = Address, Timeout = Limit };
        client.DefaultRequestHeaders.Add(HeaderAuthentication.Account, writer.ToString());
        client.DefaultRequestHeaders.Add(HeaderAuthentication.Role, role);
        return client;
    }

    /// <summary>Delivers a message as the bus would; returns once it is handled.</summary>
    public Task DeliverAsync(object message, Guid? messageId = null) =>
        Services.GetRequiredService<IMessageTransport>().DeliverAsync(messageId ?? Guid.CreateVersion7(), message, requiresConsumer: false, default).WaitAsync(Limit);

    public Task TellAsync(EvaluationProgressed progress) =>
        Services.GetRequiredService<IEphemeralPublisher>().PublishAsync(progress, default);

    /// <summary>The messages that wait for a bus with more services on it.</summary>
    public Task<List<OutboxMessage>> OutboxOfAsync(Guid submissionId) => Database.ReadAsync(
        (db, token) => db.Set<OutboxMessage>().Where(row => row.SubmissionId == submissionId).ToListAsync(token), default);

    public static MemoEvaluated Evaluated(Guid submissionId, Guid writer) => new(
        submissionId, writer, "builtin", "en", 3.5, 1, 5, [new CriterionScored("ask", "The ask", 100, 3.5)], "r1", DateTimeOffset.UtcNow.TruncateToMicroseconds());

    public async ValueTask DisposeAsync()
    {
        await _app!.DisposeAsync();
        _folder.Dispose();
        GC.SuppressFinalize(this);
    }
}

public sealed class SqliteSubmissions() : SubmissionsHost(StorageProvider.Sqlite);

public sealed class PostgresSubmissions() : SubmissionsHost(StorageProvider.Postgres);

/// <summary>What the tests say over and over.</summary>
internal static class SubmissionsClient
{
    public const string Path = "api/v1/submissions";
    public const string Text = "We ask for 40,000 EUR by 1 May to replace the pumps.";

    public static async Task<HttpResponseMessage> SubmitAsync(this HttpClient client, object body, string? key = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Path) { Content = JsonContent.Create(body) };
        if (key is not null)
        {
            request.Headers.TryAddWithoutValidation("Idempotency-Key", key);
        }

        return await client.SendAsync(request);
    }

    public static async Task<JsonObject> SubmittedAsync(this HttpClient client, object? body = null, string? key = null)
    {
        using var response = await client.SubmitAsync(body ?? new { text = Text }, key);
        response.StatusCode.ShouldBe(System.Net.HttpStatusCode.Accepted, await response.Content.ReadAsStringAsync());
        return await response.JsonAsync();
    }

    public static async Task<JsonObject> FindAsync(this HttpClient client, Guid id) =>
        (await client.GetFromJsonAsync<JsonObject>($"{Path}/{id}"))!;

    public static async Task<JsonObject> JsonAsync(this HttpResponseMessage response) =>
        JsonNode.Parse(await response.Content.ReadAsStringAsync())!.AsObject();

    public static Guid Id(this JsonObject submission) => submission["id"]!.GetValue<Guid>();

    public static string Field(this JsonObject json, string name) => json[name]!.GetValue<string>();
}
