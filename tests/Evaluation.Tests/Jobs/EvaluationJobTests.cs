using System.Text.Json;
using MemoCoach.Contracts;
using MemoCoach.Evaluation.Application;
using MemoCoach.Evaluation.Domain.Jobs;
using MemoCoach.Storage;

namespace MemoCoach.Evaluation.Tests.Jobs;

public sealed class EvaluationJobTests_on_SQLite : EvaluationJobTests
{
    protected override StorageProvider Provider => StorageProvider.Sqlite;
}

public sealed class EvaluationJobTests_on_PostgreSQL : EvaluationJobTests
{
    protected override StorageProvider Provider => StorageProvider.Postgres;

    [Fact]
    public async Task Two_replicas_never_hold_the_same_job()
    {
        await using var first = await EvaluationBench.StartAsync(Provider);
        await using var second = await EvaluationBench.StartAsync(Provider, first.ConnectionString);
        var submissions = Enumerable.Range(0, 40).Select(_ => Guid.CreateVersion7()).ToList();
        foreach (var id in submissions)
        {
            await first.AnnounceAsync(id);
        }

        var leases = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => (i % 2 == 0 ? first : second).LeaseAsync(5)));

        leases.SelectMany(lease => lease).Select(job => job.SubmissionId).Order().ShouldBe(submissions.Order());
    }
}

public abstract class EvaluationJobTests
{
    protected abstract StorageProvider Provider { get; }

    [Fact]
    public async Task A_memo_is_reviewed_once_however_often_it_is_announced()
    {
        await using var bench = await EvaluationBench.StartAsync(Provider);
        var id = Guid.CreateVersion7();
        await bench.AnnounceAsync(id);
        await bench.AnnounceAsync(id);

        var job = (await bench.LeaseAsync()).ShouldHaveSingleItem();
        await bench.AnnounceAsync(id);
        await bench.ReviewAsync(job);

        (await bench.LeaseAsync()).ShouldBeEmpty();
        var review = (await bench.FindReviewAsync(id)).ShouldNotBeNull();
        var document = JsonSerializer.Deserialize<JsonElement>(review.Document);
        document.GetProperty("submissionId").GetGuid().ShouldBe(id);
        document.GetProperty("criteria").GetArrayLength().ShouldBe(7);
        document.GetProperty("provenance").GetProperty("attemptId").GetGuid().ShouldBe(job.AttemptId);
        (await bench.CountOutgoingAsync<MemoEvaluated>()).ShouldBe(1);
        (await bench.FindJobAsync(id)).ShouldBeNull("the job holds the text, which nobody needs any more");
    }

    [Fact]
    public async Task An_announcement_of_a_reviewed_memo_is_answered_with_the_result_again()
    {
        await using var bench = await EvaluationBench.StartAsync(Provider);
        var id = Guid.CreateVersion7();
        await bench.AnnounceAsync(id);
        await bench.ReviewAsync((await bench.LeaseAsync()).Single());

        await bench.AnnounceAsync(id);

        (await bench.CountOutgoingAsync<MemoEvaluated>()).ShouldBe(2);
        (await bench.LeaseAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_job_whose_process_died_is_taken_over_when_its_lease_has_run_out()
    {
        await using var bench = await EvaluationBench.StartAsync(Provider);
        var id = Guid.CreateVersion7();
        await bench.AnnounceAsync(id);
        await bench.LeaseAsync();

        (await bench.LeaseAsync()).ShouldBeEmpty("the lease is still good");
        bench.Clock.Advance(TimeSpan.FromMinutes(3));
        await bench.ReviewAsync((await bench.LeaseAsync()).ShouldHaveSingleItem());

        (await bench.FindReviewAsync(id)).ShouldNotBeNull();
        (await bench.AttemptsAsync(id)).ShouldBe([AttemptOutcome.Interrupted, AttemptOutcome.Succeeded]);
    }

    [Fact]
    public async Task A_memo_that_brings_its_process_down_again_and_again_is_given_up()
    {
        await using var bench = await EvaluationBench.StartAsync(Provider);
        var id = Guid.CreateVersion7();
        await bench.AnnounceAsync(id);
        for (var crash = 1; crash <= 3; crash++)
        {
            (await bench.LeaseAsync()).Count.ShouldBe(1, $"before crash {crash}");
            bench.Clock.Advance(TimeSpan.FromMinutes(3));
        }

        (await bench.LeaseAsync()).ShouldBeEmpty();

        (await bench.FindJobAsync(id))!.State.ShouldBe(JobState.Failed);
        (await bench.CountOutgoingAsync<EvaluationFailed>()).ShouldBe(1);
        (await bench.AttemptsAsync(id)).ShouldAllBe(outcome => outcome == AttemptOutcome.Interrupted);
    }

    [Fact]
    public async Task A_review_that_comes_after_its_lease_was_lost_is_thrown_away()
    {
        await using var bench = await EvaluationBench.StartAsync(Provider);
        var id = Guid.CreateVersion7();
        await bench.AnnounceAsync(id);
        var late = (await bench.LeaseAsync()).Single();
        bench.Clock.Advance(TimeSpan.FromMinutes(3));
        var current = (await bench.LeaseAsync()).Single();

        await bench.ReviewAsync(late);
        (await bench.FindReviewAsync(id)).ShouldBeNull();
        await bench.ReviewAsync(current);

        (await bench.FindReviewAsync(id))!.AttemptId.ShouldBe(current.AttemptId);
        (await bench.CountOutgoingAsync<MemoEvaluated>()).ShouldBe(1);
    }

    [Fact]
    public async Task An_erased_submission_leaves_nothing_even_in_the_middle_of_its_review()
    {
        await using var bench = await EvaluationBench.StartAsync(Provider);
        var id = Guid.CreateVersion7();
        await bench.AnnounceAsync(id);
        var job = (await bench.LeaseAsync()).Single();
        bench.Evaluator.Meanwhile = () => bench.EraseAsync(id);

        await bench.ReviewAsync(job);
        await bench.AnnounceAsync(id);

        (await bench.FindReviewAsync(id)).ShouldBeNull();
        (await bench.FindJobAsync(id)).ShouldBeNull();
        (await bench.AttemptsAsync(id)).ShouldBeEmpty();
        (await bench.CountOutgoingAsync<MemoEvaluated>()).ShouldBe(0);
    }

    [Fact]
    public async Task A_review_that_failed_can_be_asked_for_again_by_its_writer_only()
    {
        await using var bench = await EvaluationBench.StartAsync(Provider);
        var id = Guid.CreateVersion7();
        await bench.AnnounceAsync(id);
        bench.Evaluator.Fails = true;
        await bench.ReviewAsync((await bench.LeaseAsync()).Single());
        (await bench.CountOutgoingAsync<EvaluationFailed>()).ShouldBe(1);
        (await bench.LeaseAsync()).ShouldBeEmpty("a failed job waits for its writer");

        var retry = bench.Get<RetryEvaluation>();
        (await retry.HandleAsync(Guid.NewGuid(), id, CancellationToken.None)).ShouldBe(RetryOutcome.NotFound);
        (await retry.HandleAsync(EvaluationBench.Writer, id, CancellationToken.None)).ShouldBe(RetryOutcome.Restarted);
        (await retry.HandleAsync(EvaluationBench.Writer, id, CancellationToken.None)).ShouldBe(RetryOutcome.NotFailed);

        bench.Evaluator.Fails = false;
        await bench.ReviewAsync((await bench.LeaseAsync()).Single());
        (await bench.FindReviewAsync(id)).ShouldNotBeNull();
        (await bench.CountOutgoingAsync<EvaluationRestarted>()).ShouldBe(1);
        (await retry.HandleAsync(EvaluationBench.Writer, id, CancellationToken.None)).ShouldBe(RetryOutcome.NotFailed);
    }

    [Fact]
    public async Task Jobs_are_taken_in_the_order_in_which_they_came()
    {
        await using var bench = await EvaluationBench.StartAsync(Provider);
        var ids = new List<Guid>();
        for (var i = 0; i < 6; i++)
        {
            ids.Add(Guid.NewGuid());
            await bench.AnnounceAsync(ids[i]);
            bench.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        var first = await bench.LeaseAsync(2);
        var rest = await bench.LeaseAsync(10);

        first.Concat(rest).Select(job => job.SubmissionId).ShouldBe(ids);
    }
}
