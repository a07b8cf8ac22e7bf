using System.Net;
using Bunit;
using MemoCoach.Gateway.Web.Reviews;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace MemoCoach.EndToEnd.Tests.Components;

public sealed class FollowSubmissionTests : PageTest
{
    [Fact]
    public void A_waiting_memo_says_its_place_and_its_time()
    {
        Api.Stream(Samples.Events, Samples.Queued(3));
        var island = Follow();

        island.WaitForAssertion(() => island.Find("[data-announcement]").TextContent.ShouldBe("Connection lost. Reconnecting…"));
        island.Find("elapsed-time").TextContent.ShouldBe("1:15");
        island.Find("[aria-current=step]").TextContent.ShouldBe("Queued");
    }

    [Fact]
    public void The_review_takes_the_place_of_the_progress()
    {
        Api.Stream(Samples.Events, Samples.Queued(1), Samples.News("evaluating", "reviewing"), Samples.News("completed", "finished"))
            .Answer($"GET {Samples.Path}", Samples.Submission)
            .Answer($"GET /api/v1/reviews/{Samples.Id}", Samples.Review);
        var island = Follow();

        island.WaitForElement("review-reader");
        island.FindAll(".waiting").ShouldBeEmpty();
        island.Find("[data-announcement]").TextContent.ShouldBe("Your feedback is ready.");
    }

    [Fact]
    public void A_stream_that_breaks_is_followed_again_after_a_pause_that_grows()
    {
        Api.Fail(Samples.Events)
            .Answer(Samples.Events, HttpStatusCode.ServiceUnavailable)
            .Stream(Samples.Events, Samples.News("completed", "finished"))
            .Answer($"GET {Samples.Path}", Samples.Submission)
            .Answer($"GET /api/v1/reviews/{Samples.Id}", Samples.Review);
        var island = Follow();

        island.WaitForAssertion(() => island.Find(".waiting-now").TextContent.ShouldBe("Connection lost. Reconnecting…"));
        Clock.Advance(TimeSpan.FromMilliseconds(500));
        island.WaitForState(() => Api.Calls.Count == 2);
        Clock.Advance(TimeSpan.FromMilliseconds(999));
        Api.Calls.Count.ShouldBe(2);
        Clock.Advance(TimeSpan.FromMilliseconds(1));
        island.WaitForElement("review-reader");
    }

    [Fact]
    public void A_memo_that_was_deleted_meanwhile_says_so()
    {
        var island = Follow();

        island.WaitForAssertion(() => island.Find("h2").TextContent.ShouldBe("This memo was deleted"));
    }

    [Fact]
    public void A_session_that_has_ended_asks_to_sign_in_again()
    {
        Api.Answer(Samples.Events, HttpStatusCode.Unauthorized);
        Follow();

        var navigation = (Bunit.TestDoubles.BunitNavigationManager)Services.GetRequiredService<NavigationManager>();
        navigation.History.ShouldContain(entry => entry.Options.ForceLoad);
    }

    [Fact]
    public void A_failed_review_can_be_asked_for_again()
    {
        Api.Stream(Samples.Events, Samples.News("failed", "finished", ""","failure":{"code":"rubric-missing","reason":"There is no rubric."}"""))
            .Answer($"POST /api/v1/reviews/{Samples.Id}/retry", HttpStatusCode.Accepted)
            .Stream(Samples.Events, Samples.News("completed", "finished"))
            .Answer($"GET {Samples.Path}", Samples.Submission)
            .Answer($"GET /api/v1/reviews/{Samples.Id}", Samples.Review);
        var island = Follow();

        island.WaitForElement(".failed").TextContent.ShouldContain("There is no rubric.");
        island.Find(".failed button").Click();
        island.WaitForElement("review-reader");
    }

    [Fact]
    public void A_retry_that_is_refused_says_why()
    {
        Api.Stream(Samples.Events, Samples.News("failed", "finished", ""","failure":{"code":"x","reason":"Broken."}"""))
            .Answer(
                $"POST /api/v1/reviews/{Samples.Id}/retry",
                """{"title":"Nothing to retry","status":409,"detail":"Only a review that failed can be asked for again."}""",
                HttpStatusCode.Conflict,
                "application/problem+json");
        var island = Follow();

        island.WaitForElement(".failed button").Click();
        island.WaitForAssertion(() => island.Find("[role=alert]").TextContent.ShouldContain("Only a review that failed"));
    }

    private IRenderedComponent<FollowSubmission> Follow() =>
        Render<FollowSubmission>(parameters => parameters.Add(island => island.Submission, Samples.Waiting));
}
