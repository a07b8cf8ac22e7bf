using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using MemoCoach.Submissions.Tests.Host;

namespace MemoCoach.Submissions.Tests;

/// <summary>A writer's own submissions, page by page, and nobody else's.</summary>
public abstract class ListTests(SubmissionsHost host)
{
    [Fact]
    public async Task Pages_hold_every_submission_once_newest_first_while_new_ones_arrive()
    {
        using var client = host.ClientOf(Guid.CreateVersion7());
        var ids = new List<Guid>();
        for (var number = 0; number < 250; number += 10)
        {
            ids.AddRange((await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => client.SubmittedAsync()))).Select(submission => submission.Id()));
            host.Clock.Advance(TimeSpan.FromMilliseconds(5));
        }

        var seen = new List<JsonNode>();
        string? cursor = null;
        do
        {
            var page = (await client.GetFromJsonAsync<JsonObject>($"{SubmissionsClient.Path}?limit=7&cursor={cursor}"))!;
            var items = page["items"]!.AsArray();
            items.Count.ShouldBeInRange(1, 7);
            seen.AddRange(items!);
            cursor = page["nextCursor"]?.GetValue<string>();
            host.Clock.Advance(TimeSpan.FromMilliseconds(5));
            await client.SubmittedAsync();
        }
        while (cursor is not null);

        seen.Select(item => item["id"]!.GetValue<Guid>()).ShouldBe(ids.OrderDescending());
        seen.Select(item => item["submittedAt"]!.GetValue<DateTimeOffset>()).ShouldBeInOrder(SortDirection.Descending);
        seen.ShouldAllBe(item => !item.AsObject().ContainsKey("text"));
    }

    [Fact]
    public async Task The_list_of_a_memo_holds_its_drafts()
    {
        using var client = host.ClientOf(Guid.CreateVersion7());
        await client.SubmittedAsync();
        var memoId = (await client.SubmittedAsync())["memoId"]!.GetValue<Guid>();
        host.Clock.Advance(TimeSpan.FromMilliseconds(5));
        await client.SubmittedAsync(new { text = SubmissionsClient.Text, memoId });

        var page = (await client.GetFromJsonAsync<JsonObject>($"{SubmissionsClient.Path}?memoId={memoId}"))!;

        page["items"]!.AsArray().Select(item => item!["draft"]!.GetValue<int>()).ShouldBe([2, 1]);
        page["nextCursor"].ShouldBeNull();
    }

    [Fact]
    public async Task What_belongs_to_another_writer_is_not_there()
    {
        using var owner = host.ClientOf(Guid.CreateVersion7());
        using var other = host.ClientOf(Guid.CreateVersion7());
        var submission = await owner.SubmittedAsync();
        var path = $"{SubmissionsClient.Path}/{submission.Id()}";

        (await other.GetAsync(path)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await other.GetAsync(path + "/events")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await other.DeleteAsync(path)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await other.GetFromJsonAsync<JsonObject>(SubmissionsClient.Path))!["items"]!.AsArray().ShouldBeEmpty();
        var memoId = submission["memoId"]!.GetValue<Guid>();
        (await other.GetFromJsonAsync<JsonObject>($"{SubmissionsClient.Path}?memoId={memoId}"))!["items"]!.AsArray().ShouldBeEmpty();
        (await owner.GetAsync(path)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }
}

public sealed class SqliteListTests(SqliteSubmissions host) : ListTests(host), IClassFixture<SqliteSubmissions>;

public sealed class PostgresListTests(PostgresSubmissions host) : ListTests(host), IClassFixture<PostgresSubmissions>;
