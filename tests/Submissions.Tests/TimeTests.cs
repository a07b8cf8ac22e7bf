using System.Net;
using MemoCoach.Contracts;
using MemoCoach.Submissions.Application;
using MemoCoach.Submissions.Tests.Host;
using MemoCoach.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace MemoCoach.Submissions.Tests;

/// <summary>What happens because time passes. A host of its own for each test: the clock is the host's.</summary>
public sealed class TimeTests
{
    [Fact]
    public async Task A_key_is_remembered_for_its_lifetime_and_not_longer()
    {
        new SubmissionsOptions().IdempotencyKeyLifetime.ShouldBe(TimeSpan.FromHours(24));
        await using var host = new SqliteSubmissions();
        host.Settings["Submissions:IdempotencyKeyLifetime"] = "00:10:00";
        await host.InitializeAsync();
        using var client = host.ClientOf(Guid.CreateVersion7());
        var first = await client.SubmittedAsync(key: "daily");

        host.Clock.Advance(TimeSpan.FromMinutes(10) - TimeSpan.FromSeconds(1));
        (await client.SubmittedAsync(key: "daily")).Id().ShouldBe(first.Id());

        host.Clock.Advance(TimeSpan.FromSeconds(2));
        using var later = await client.SubmitAsync(new { text = SubmissionsClient.Text + " Another day." }, "daily");
        later.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        (await later.JsonAsync()).Id().ShouldNotBe(first.Id());
    }

    [Fact]
    public async Task What_had_no_answer_for_too_long_is_announced_again_as_a_new_message_and_only_that()
    {
        await using var host = new PostgresSubmissions();
        await host.InitializeAsync();
        var writer = Guid.CreateVersion7();
        using var client = host.ClientOf(writer);
        var silent = (await client.SubmittedAsync()).Id();
        var answered = (await client.SubmittedAsync()).Id();
        await host.DeliverAsync(SubmissionsHost.Evaluated(answered, writer));
        var reconcile = host.Services.GetRequiredService<AnnouncePending>();

        (await reconcile.HandleAsync(default)).ShouldBe(0);
        host.Clock.Advance(TimeSpan.FromMinutes(6)); // Wakes the reconciler.

        var announcements = new List<Messaging.Outbox.OutboxMessage>();
        await Eventually.BecomesTrueAsync(
            async () => (announcements = await host.OutboxOfAsync(silent)).Count == 2, SubmissionsHost.Limit, "it is announced again");
        (await reconcile.HandleAsync(default)).ShouldBe(0);
        announcements.Select(message => message.Id).Distinct().Count().ShouldBe(2);
        announcements.ShouldAllBe(message => message.Type == typeof(MemoSubmitted).FullName);
        announcements.Select(message => message.Payload).Distinct().Count().ShouldBe(1);
        (await host.OutboxOfAsync(answered)).Count.ShouldBe(1);
    }
}
