using System.Net;
using MemoCoach.ConfigService.Application;
using MemoCoach.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace MemoCoach.ConfigService.Tests;

/// <summary>Two replicas, each with a working copy of its own, on one PostgreSQL.</summary>
public sealed class ReplicaTests : IAsyncLifetime
{
    private readonly TempFolder[] _directories = [new("config"), new("config")];
    private readonly ConfigHost[] _replicas = new ConfigHost[2];

    public async ValueTask InitializeAsync()
    {
        var database = await (await PostgresServer.StartAsync()).CreateDatabaseAsync();
        for (var replica = 0; replica < 2; replica++)
        {
            _replicas[replica] = await ConfigHost.StartAsync(
                _directories[replica].Path,
                settings: [("Storage:Provider", "Postgres"), ("ConnectionStrings:config", database)]);
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var (replica, directory) in _replicas.Zip(_directories))
        {
            await replica.DisposeAsync();
            directory.Dispose();
        }
    }

    [Fact]
    public async Task A_second_replica_publishes_nothing_of_its_own()
    {
        var history = await _replicas[1].Services.GetRequiredService<IRevisionStorage>()
            .ReadHistoryAsync("auth", 10, null, TestContext.Current.CancellationToken);

        history.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Of_two_changes_at_the_same_time_one_wins_and_both_replicas_end_with_it()
    {
        for (var round = 0; round < 10; round++)
        {
            var tag = await TagAsync(_replicas[0]);
            var lengths = new[] { 13 + (2 * round), 14 + (2 * round) };

            var answers = await Task.WhenAll(PutAsync(_replicas[0], lengths[0], tag), PutAsync(_replicas[1], lengths[1], tag));

            answers.ShouldBe([HttpStatusCode.OK, HttpStatusCode.PreconditionFailed], ignoreOrder: true);
            var winner = Content(lengths[Array.IndexOf(answers, HttpStatusCode.OK)]);
            var loserFile = Path.Combine(_directories[Array.IndexOf(answers, HttpStatusCode.PreconditionFailed)].Path, "config", "auth.yaml");
            foreach (var replica in _replicas)
            {
                using var admin = replica.Client("admin");
                (await admin.GetStringAsync("/api/v1/config/auth")).ShouldBe(winner);
            }

            (await File.ReadAllTextAsync(loserFile)).ShouldNotBe(Content(lengths[Array.IndexOf(answers, HttpStatusCode.PreconditionFailed)]));
        }
    }

    private static string Content(int length) =>
        ShippedDocuments.Read("auth").Replace("minimumLength: 12", $"minimumLength: {length}", StringComparison.Ordinal);

    private static async Task<string> TagAsync(ConfigHost replica)
    {
        using var admin = replica.Client("admin");
        using var response = await admin.GetAsync("/api/v1/config/auth");
        return response.Headers.ETag!.Tag;
    }

    private static async Task<HttpStatusCode> PutAsync(ConfigHost replica, int length, string tag)
    {
        using var admin = replica.Client("admin");
        admin.DefaultRequestHeaders.TryAddWithoutValidation("If-Match", tag);
        using var content = new StringContent(Content(length));
        using var response = await admin.PutAsync("/api/v1/config/auth?message=race", content);
        return response.StatusCode;
    }
}
