using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using MemoCoach.TestKit;

namespace MemoCoach.Distributed.Tests;

/// <summary>The whole product in one process, killed with SIGKILL while it works, at moments nobody chose.</summary>
public sealed class CrashTests
{
    private const string Memo =
        "We ask the board to approve $40,000 by 1 March for twenty laptops. Ana Ruiz owns the order. "
        + "The old ones fail twice a month, which costs us 15 hours each time. Version ";

    [Fact]
    public async Task No_acknowledged_memo_is_lost_and_none_is_reviewed_twice_however_often_the_program_is_killed()
    {
        using var folder = new TempFolder("crash");
        await using var program = Start(folder);
        await program.StartAsync();
        using var user = await ApiUser.SignInAsync(program.Address);
        var acknowledged = new ConcurrentBag<Guid>();
        var random = new Random(20261123);

        for (var kill = 0; kill < Soak.Count(6, 1_000); kill++)
        {
            using var stop = new CancellationTokenSource();
            var load = Task.WhenAll(Enumerable.Range(0, 4).Select(_ => SubmitUntilKilledAsync(user, acknowledged, stop.Token)));
            var wanted = acknowledged.Count + random.Next(1, 40);
            await Eventually.BecomesTrueAsync(() => acknowledged.Count >= wanted, TimeSpan.FromSeconds(60), "memos are acknowledged");
            await program.KillAsync();
            await stop.CancelAsync();
            await load;
            await program.StartAsync();
        }

        foreach (var id in acknowledged)
        {
            await user.WaitForReviewAsync(id);
            (await user.GetAsync($"api/v1/reviews/{id}")).GetProperty("submissionId").GetGuid().ShouldBe(id);
        }

        acknowledged.Count.ShouldBe(acknowledged.Distinct().Count());
        (await program.StopAsync()).ShouldBe(0);
        await AssertOneReviewEachAsync(folder, acknowledged);
    }

    [Fact]
    public async Task A_memo_that_was_acknowledged_a_moment_before_the_kill_is_there_after_the_restart()
    {
        using var folder = new TempFolder("crash");
        await using var program = Start(folder);
        await program.StartAsync();
        using var user = await ApiUser.SignInAsync(program.Address);
        for (var i = 0; i < Soak.Count(4, 200); i++)
        {
            var id = await user.SubmitAsync(Memo + i);
            await program.KillAsync();
            await program.StartAsync();

            (await user.GetAsync($"api/v1/submissions/{id}")).GetProperty("text").GetString().ShouldBe(Memo + i);
            await user.WaitForReviewAsync(id);
        }
    }

    private static PublishedProgram Start(TempFolder folder) => new("Standalone", folder.Path, new Dictionary<string, string?>
    {
        ["Setup__AdminEmail"] = ApiUser.Email,
        ["Setup__AdminPassword"] = ApiUser.Password,
        ["RateLimits__Enabled"] = "false",
    });

    private static async Task SubmitUntilKilledAsync(ApiUser user, ConcurrentBag<Guid> acknowledged, CancellationToken killed)
    {
        while (!killed.IsCancellationRequested)
        {
            try
            {
                acknowledged.Add(await user.SubmitAsync(Memo + Guid.NewGuid(), killed));
            }
            catch (Exception exception) when (exception is HttpRequestException or OperationCanceledException)
            {
                return; // The program was killed: this memo was not acknowledged, so nothing was promised.
            }
        }
    }

    /// <summary>Looks into the databases of the stopped program.</summary>
    private static async Task AssertOneReviewEachAsync(TempFolder folder, IReadOnlyCollection<Guid> acknowledged)
    {
        await using var connection = new SqliteConnection($"Data Source={folder.Combine("data", "evaluation.db")};Mode=ReadOnly");
        await connection.OpenAsync();
        var reviewed = new List<Guid>();
        await using var query = connection.CreateCommand();
        query.CommandText = "SELECT SubmissionId FROM Attempts WHERE Outcome = 'Succeeded'";
        await using var rows = await query.ExecuteReaderAsync();
        while (await rows.ReadAsync())
        {
            reviewed.Add(rows.GetGuid(0));
        }

        reviewed.Count.ShouldBe(reviewed.Distinct().Count(), "every submission has one successful attempt");
        acknowledged.ShouldBeSubsetOf(reviewed);
    }
}
