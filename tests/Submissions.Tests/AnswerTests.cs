using System.Net;
using MemoCoach.Contracts;
using MemoCoach.Messaging.Inbox;
using MemoCoach.Submissions.Tests.Host;
using MemoCoach.TestKit;
using Microsoft.EntityFrameworkCore;

namespace MemoCoach.Submissions.Tests;

/// <summary>What Evaluation says of a submission, and what its deletion leaves.</summary>
public abstract class AnswerTests(SubmissionsHost host)
{
    private readonly Guid _writer = Guid.CreateVersion7();

    private HttpClient Client => field ??= host.ClientOf(_writer);

    [Fact]
    public async Task A_review_completes_its_submission_once_however_often_it_is_told()
    {
        var id = (await Client.SubmittedAsync()).Id();
        var answer = SubmissionsHost.Evaluated(id, _writer);
        var messageId = Guid.CreateVersion7();

        await host.DeliverAsync(answer, messageId);
        await host.DeliverAsync(answer, messageId);
        await host.DeliverAsync(answer with { OverallScore = 1 });
        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => host.DeliverAsync(answer with { OverallScore = 2 })));

        var found = await Client.FindAsync(id);
        found.Field("status").ShouldBe("completed");
        found["overallScore"]!.GetValue<double>().ShouldBe(3.5);
        found["completedAt"]!.GetValue<DateTimeOffset>().ShouldBe(answer.EvaluatedAt);
        (await CountAsync(db => db.Scores.Where(score => score.SubmissionId == id))).ShouldBe(1);
        (await CountAsync(db => db.Set<InboxMessage>().Where(row => row.MessageId == messageId))).ShouldBe(1);
    }

    [Fact]
    public async Task A_failure_is_shown_and_may_be_followed_by_a_second_attempt()
    {
        var id = (await Client.SubmittedAsync()).Id();
        await host.DeliverAsync(new EvaluationFailed(id, _writer, "rubric-missing", "There is no rubric.", DateTimeOffset.UtcNow));
        var failed = await Client.FindAsync(id);

        await host.DeliverAsync(new EvaluationRestarted(id, _writer, DateTimeOffset.UtcNow));
        var restarted = await Client.FindAsync(id);
        await host.DeliverAsync(SubmissionsHost.Evaluated(id, _writer));

        failed.Field("status").ShouldBe("failed");
        failed["failure"]!.AsObject().Field("code").ShouldBe("rubric-missing");
        restarted.Field("status").ShouldBe("queued");
        restarted.ShouldNotContainKey("failure");
        (await Client.FindAsync(id)).Field("status").ShouldBe("completed");
    }

    [Fact]
    public async Task A_deleted_submission_is_gone_with_everything_and_a_late_answer_changes_nothing()
    {
        var id = (await Client.SubmittedAsync(new { text = "A secret plan that must be forgotten." })).Id();
        var path = $"{SubmissionsClient.Path}/{id}";

        (await Client.DeleteAsync(path)).StatusCode.ShouldBe(HttpStatusCode.NoContent);

        (await Client.GetAsync(path)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await Client.DeleteAsync(path)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await host.OutboxOfAsync(id)).ShouldHaveSingleItem().Type.ShouldBe(typeof(SubmissionDeleted).FullName);
        await host.DeliverAsync(SubmissionsHost.Evaluated(id, _writer));
        (await Client.GetAsync(path)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await CountAsync(db => db.Scores.Where(score => score.SubmissionId == id))).ShouldBe(0);
        (await CountAsync(db => db.Tombstones.Where(tombstone => tombstone.SubmissionId == id))).ShouldBe(1);
        (await CountAsync(db => db.Memos.Where(memo => memo.WriterId == _writer))).ShouldBe(0);
    }

    [Fact]
    public async Task Deleting_one_draft_leaves_the_others_and_never_gives_its_number_away_again()
    {
        var first = await Client.SubmittedAsync();
        var memoId = first["memoId"]!.GetValue<Guid>();
        var second = await Client.SubmittedAsync(new { text = SubmissionsClient.Text, memoId });

        await Client.DeleteAsync($"{SubmissionsClient.Path}/{second.Id()}");
        var third = await Client.SubmittedAsync(new { text = SubmissionsClient.Text, memoId });

        third["draft"]!.GetValue<int>().ShouldBe(3);
        (await Client.FindAsync(first.Id()))["draft"]!.GetValue<int>().ShouldBe(1);
    }

    [Fact]
    public async Task A_deletion_that_meets_the_answer_leaves_no_score_behind()
    {
        for (var round = 0; round < Soak.Count(25, 1_000); round++)
        {
            var id = (await Client.SubmittedAsync()).Id();

            await Task.WhenAll(
                Client.DeleteAsync($"{SubmissionsClient.Path}/{id}"),
                host.DeliverAsync(SubmissionsHost.Evaluated(id, _writer)));

            (await CountAsync(db => db.Scores.Where(score => score.SubmissionId == id))).ShouldBe(0);
            (await CountAsync(db => db.Submissions.Where(submission => submission.Id == id))).ShouldBe(0);
        }
    }

    [Fact]
    public async Task A_score_that_is_being_written_when_its_submission_is_erased_goes_with_it()
    {
        if (host.Database.Provider == Storage.StorageProvider.Sqlite)
        {
            return; // One writer: the two cannot meet.
        }

        var id = (await Client.SubmittedAsync()).Id();
        Task<HttpResponseMessage>? deletion = null;
        await host.Database.WriteAsync(
            async (db, token) =>
            {
                var session = new Infrastructure.SubmissionsSession(db);
                await new Application.RecordAnswer(new Application.SubmissionChanges(host.Clock)).HandleAsync(session, SubmissionsHost.Evaluated(id, _writer), token);
                await db.SaveChangesAsync(token);
                deletion = Client.DeleteAsync($"{SubmissionsClient.Path}/{id}", token);
                await Eventually.BecomesTrueAsync(
                    async () => await host.Database.ReadAsync(
                        (other, cancel) => other.Database.SqlQueryRaw<int>(
                            "SELECT COUNT(*)::int AS \"Value\" FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'").SingleAsync(cancel),
                        token) > 0,
                    SubmissionsHost.Limit,
                    "the deletion waits for the answer's transaction");
            },
            default);

        (await deletion!).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await CountAsync(db => db.Scores.Where(score => score.SubmissionId == id))).ShouldBe(0);
    }

    private Task<int> CountAsync<T>(Func<Infrastructure.SubmissionsDbContext, IQueryable<T>> rows) =>
        host.Database.ReadAsync((db, token) => rows(db).CountAsync(token), default);
}

public sealed class SqliteAnswerTests(SqliteSubmissions host) : AnswerTests(host), IClassFixture<SqliteSubmissions>;

public sealed class PostgresAnswerTests(PostgresSubmissions host) : AnswerTests(host), IClassFixture<PostgresSubmissions>;
