using MemoCoach.EndToEnd.Tests.Site;
using Microsoft.Playwright;

namespace MemoCoach.EndToEnd.Tests;

public sealed class FollowingTests(PausedSite site) : IClassFixture<PausedSite>
{
    [Fact]
    public async Task A_page_that_follows_a_memo_gets_over_a_restart_and_shows_the_review()
    {
        await using var visitor = await site.ArriveSignedInAsync();
        var page = visitor.Page;
        await visitor.SubmitAsync(Memos.Federal, "Source code policy");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Your memo is being reviewed" })).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(".waiting-now")).ToHaveTextAsync("Your memo is next in line.");
        visitor.Troubles.ShouldBeEmpty();
        var address = page.Url;
        foreach (var look in Look.All)
        {
            await using var onlooker = await site.ArriveSignedInAsync(look.Size, look.Colours);
            await onlooker.Page.GotoAsync(address);
            await Assertions.Expect(onlooker.Page.Locator(".waiting-now")).ToHaveTextAsync("Your memo is next in line.");
            await onlooker.Page.TakeAsync($"waiting-{look.Name}");
            await onlooker.Page.ShouldFitAsync($"waiting, {look.Name}");
            await onlooker.Page.ShouldBeAccessibleAsync($"waiting, {look.Name}");
        }

        await site.Program.KillAsync();
        await Assertions.Expect(page.GetByText("Connection lost. Reconnecting…").Last).ToBeVisibleAsync();
        await page.TakeAsync("connection-lost");
        await site.Program.StartAsync("serve", "--Evaluation:Workers=1");
        await visitor.ReviewAppearsAsync();
        page.Url.ShouldBe(address);
    }
}
