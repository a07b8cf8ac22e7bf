using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using MemoCoach.Contracts;
using MemoCoach.Submissions.Tests.Host;
using Microsoft.EntityFrameworkCore;

namespace MemoCoach.Submissions.Tests;

/// <summary>Taking memos in: the answer, idempotency and drafts, on both engines.</summary>
public abstract class SubmitTests(SubmissionsHost host)
{
    private readonly Guid _writer = Guid.CreateVersion7();

    private HttpClient Client => field ??= host.ClientOf(_writer);

    [Fact]
    public async Task A_memo_is_accepted_with_its_place_and_announced_to_evaluation()
    {
        using var response = await Client.SubmitAsync(new { title = "Pumps", text = SubmissionsClient.Text, language = "EN" });

        response.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        var submission = await response.JsonAsync();
        response.Headers.Location!.ToString().ShouldBe($"/api/v1/submissions/{submission.Id()}");
        submission.Select(property => property.Key).ShouldBe(
            ["id", "memoId", "draft", "title", "text", "language", "status", "submittedAt", "completedAt", "overallScore"]);
        submission["draft"]!.GetValue<int>().ShouldBe(1);
        submission.Field("status").ShouldBe("queued");
        submission.Field("language").ShouldBe("en");
        submission.Field("submittedAt").ShouldEndWith("Z");
        JsonNode.DeepEquals(await Client.FindAsync(submission.Id()), submission).ShouldBeTrue();
        (await host.OutboxOfAsync(submission.Id())).ShouldHaveSingleItem().Type.ShouldBe(typeof(MemoSubmitted).FullName);
    }

    [Fact]
    public async Task Nobody_gets_in_without_an_account_or_without_the_role()
    {
        using var nobody = new HttpClient { BaseAddress = host.Address };
        using var coach = host.ClientOf(_writer, "coach");

        (await nobody.SubmitAsync(new { text = SubmissionsClient.Text })).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await coach.SubmitAsync(new { text = SubmissionsClient.Text })).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await coach.GetAsync(SubmissionsClient.Path)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task The_same_key_and_body_is_the_same_submission()
    {
        var first = await Client.SubmittedAsync(key: "one");
        var second = await Client.SubmittedAsync(key: "one");
        using var otherWriter = host.ClientOf(Guid.CreateVersion7());

        second.Id().ShouldBe(first.Id());
        (await otherWriter.SubmittedAsync(key: "one")).Id().ShouldNotBe(first.Id());
        (await Client.SubmittedAsync()).Id().ShouldNotBe(first.Id());
    }

    [Fact]
    public async Task The_same_key_with_another_body_is_refused()
    {
        await Client.SubmittedAsync(key: "two");

        using var response = await Client.SubmitAsync(new { text = SubmissionsClient.Text + " Now." }, "two");

        response.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
    }

    [Fact]
    public async Task One_key_used_by_many_requests_at_once_makes_one_submission()
    {
        var submissions = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Client.SubmittedAsync(key: "crowd")));

        submissions.Select(submission => submission.Id()).Distinct().Count().ShouldBe(1);
        (await CountAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task The_key_of_a_deleted_submission_is_gone()
    {
        var submission = await Client.SubmittedAsync(key: "three");
        (await Client.DeleteAsync($"{SubmissionsClient.Path}/{submission.Id()}")).StatusCode.ShouldBe(HttpStatusCode.NoContent);

        using var response = await Client.SubmitAsync(new { text = SubmissionsClient.Text }, "three");

        response.StatusCode.ShouldBe(HttpStatusCode.Gone);
    }

    [Fact]
    public async Task Drafts_of_one_memo_are_numbered_without_gap_or_double_also_when_they_come_at_once()
    {
        var first = await Client.SubmittedAsync();
        var memoId = first["memoId"]!.GetValue<Guid>();

        var drafts = await Task.WhenAll(Enumerable.Range(0, 12).Select(number =>
            Client.SubmittedAsync(new { text = $"{SubmissionsClient.Text} Draft {number}.", memoId })));

        drafts.Select(draft => draft["draft"]!.GetValue<int>()).Order().ShouldBe(Enumerable.Range(2, 12));
        drafts.ShouldAllBe(draft => draft["memoId"]!.GetValue<Guid>() == memoId);
    }

    [Fact]
    public async Task A_draft_of_a_memo_that_is_somebody_elses_or_nobodys_names_the_field()
    {
        using var other = host.ClientOf(Guid.CreateVersion7());
        var foreign = (await other.SubmittedAsync())["memoId"]!.GetValue<Guid>();

        foreach (var memoId in (Guid[])[foreign, Guid.NewGuid(), Guid.Empty])
        {
            using var response = await Client.SubmitAsync(new { text = SubmissionsClient.Text, memoId });

            response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
            (await response.JsonAsync())["errors"]!.AsObject().ShouldContainKey("memoId");
        }
    }

    [Theory]
    [InlineData("emoji", "The plan 🧭👩‍👩‍👧 is 𝒽𝑒𝓇𝑒, long enough.")]
    [InlineData("combining and precomposed", "Cafe\u0301 and Café are not the same text.")]
    [InlineData("right to left", "\u202Bשלום עולם\u202C, and مرحبا بالعالم too.")]
    [InlineData("zero width and line separators", "a\u200Bb\u200Dc\uFEFFd\u2028e\u2029f are kept.")]
    [InlineData("markup and quotes", "<script>alert('x')</script> & \"quotes\" \\ %00 ';--")]
    [InlineData("private use and the last code point", "\uE000 and \U0010FFFF and \uFFFD are characters.")]
    public async Task Text_is_kept_as_it_was_typed(string what, string text)
    {
        var submission = await Client.SubmittedAsync(new { text, title = "T " + text });

        var found = await Client.FindAsync(submission.Id());

        found.Field("text").ShouldBe(text, what);
        found.Field("title").ShouldBe("T " + text, what);
    }

    [Fact]
    public async Task The_shortest_and_the_longest_memo_are_accepted_and_one_more_or_less_is_not()
    {
        await Client.SubmittedAsync(new { text = new string('a', 10) });
        await Client.SubmittedAsync(new { text = new string('ñ', 50_000), title = new string('t', 200) });
        await Client.SubmittedAsync(new { text = "  \r\n " + string.Concat(Enumerable.Repeat("🧭", 25_000)) + "\r\n\r\n" });

        (await Client.SubmitAsync(new { text = new string('a', 9) })).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await Client.SubmitAsync(new { text = new string('a', 50_001) })).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await Client.SubmitAsync(new { text = SubmissionsClient.Text, title = new string('t', 201) })).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    private Task<int> CountAsync() => host.Database.ReadAsync(
        (db, token) => db.Submissions.CountAsync(submission => submission.WriterId == _writer, token), default);
}

public sealed class SqliteSubmitTests(SqliteSubmissions host) : SubmitTests(host), IClassFixture<SqliteSubmissions>;

public sealed class PostgresSubmitTests(PostgresSubmissions host) : SubmitTests(host), IClassFixture<PostgresSubmissions>;
