using Bunit;
using MemoCoach.Gateway.Web.Reviews;

namespace MemoCoach.EndToEnd.Tests.Components;

public sealed class ReviewViewTests : PageTest
{
    [Fact]
    public void The_memo_is_shown_letter_by_letter_with_its_passages_marked()
    {
        var memo = Show().Find("[data-memo]");
        foreach (var number in memo.QuerySelectorAll(".finding-number"))
        {
            number.Remove();
        }

        memo.TextContent.ShouldBe(Samples.Text);
        memo.QuerySelectorAll("b").ShouldBeEmpty();
        Marked("f0").ShouldBe("Approve <b>$40,000</b>");
        Marked("f1").ShouldBe("$40,000</b> now");
        Marked("e0-0").ShouldBe("<b>$40,000</b>");

        string Marked(string key) => string.Concat(memo.QuerySelectorAll($"[data-marks~='{key}']").Select(piece => piece.TextContent));
    }

    [Fact]
    public void Findings_stand_in_the_order_of_the_memo_and_opportunities_in_that_of_their_rank()
    {
        var review = Show();

        review.FindAll("[data-card] > p").Select(comment => comment.TextContent).ShouldBe(["Comment one", "Comment two"]);
        review.FindAll(".ranked-action").Select(action => action.TextContent).ShouldBe(["Do this: Do one", "Do this: Do two"]);
    }

    [Fact]
    public void Where_findings_overlap_the_gravest_gives_the_colour_and_an_unknown_severity_counts_as_light()
    {
        var pieces = Show().FindAll("mark");

        pieces.Select(piece => piece.ClassName).ShouldBe(["severity-high", "severity-high", "severity-high", "severity-low"]);
    }

    [Fact]
    public void Figures_are_text_and_bars_repeat_them()
    {
        var review = Show();

        review.Find(".score-figure").TextContent.ShouldContain("3.4");
        review.Find(".bar-value").TextContent.ShouldBe("4.0 of 5");
        review.Find(".bar > span").GetAttribute("style").ShouldBe("inline-size:75%");
        review.Find(".notice").TextContent.ShouldBe("Style and structure only; the reasoning was not judged.");
    }

    private IRenderedComponent<ReviewView> Show() => Render<ReviewView>(parameters => parameters
        .Add(view => view.Review, Samples.ReadReview())
        .Add(view => view.Text, Samples.Text));
}
