using System.Text.RegularExpressions;
using MemoCoach.EndToEnd.Tests.Site;
using Microsoft.Playwright;

namespace MemoCoach.EndToEnd.Tests;

[Collection(SharedSiteCollection.Name)]
public sealed class FeedbackTests(SharedSite site)
{
    [Fact]
    public async Task A_hostile_memo_is_shown_as_text()
    {
        await using var visitor = await site.ArriveSignedInAsync();
        var page = visitor.Page;
        await visitor.SubmitAsync(Memos.Hostile, "<img src=x onerror=\"window.hacked = 4\"> & co");
        await visitor.ReviewAppearsAsync();
        await MemoReadsAsync(page, Memos.Hostile);

        await page.ReloadAsync();
        await MemoReadsAsync(page, Memos.Hostile);
        (await page.TitleAsync()).ShouldContain("<img src=x");
        await page.GotoAsync("/history");
        await Assertions.Expect(page.GetByText("<img src=x onerror=").First).ToBeVisibleAsync();
        (await page.EvaluateAsync<bool>("() => 'hacked' in window")).ShouldBeFalse();
        visitor.Troubles.ShouldBeEmpty();
    }

    [Fact]
    public async Task Keys_buttons_numbers_and_quotes_lead_through_the_comments()
    {
        await using var visitor = await site.ArriveSignedInAsync();
        var page = visitor.Page;
        await visitor.SubmitAsync(Memos.Federal, "Source code policy");
        await visitor.ReviewAppearsAsync();
        var count = await page.Locator("[data-card]").CountAsync();
        count.ShouldBeGreaterThan(1);

        await page.Keyboard.PressAsync("j");
        await IsCurrentAsync(0);
        await page.Keyboard.PressAsync("n");
        await IsCurrentAsync(1);
        await page.Keyboard.PressAsync("k");
        await IsCurrentAsync(0);
        await page.Keyboard.PressAsync("p");
        await IsCurrentAsync(count - 1);
        await page.GetByRole(AriaRole.Button, new() { Name = "Next" }).ClickAsync();
        await IsCurrentAsync(0);
        await page.GetByRole(AriaRole.Button, new() { Name = "Comment 2", Exact = true }).ClickAsync();
        await IsCurrentAsync(1);

        await page.Locator(".bars a").First.ClickAsync();
        await Assertions.Expect(page.Locator(".criterion").First).ToHaveAttributeAsync("open", "");
        await page.Locator(".criterion .quote").First.ClickAsync();
        await Assertions.Expect(page.Locator("[data-marks].is-current").First).ToBeInViewportAsync();
        visitor.Troubles.ShouldBeEmpty();

        async Task IsCurrentAsync(int index)
        {
            await Assertions.Expect(page.Locator($"#finding-{index}")).ToBeFocusedAsync();
            await Assertions.Expect(page.Locator($"mark[data-marks~='f{index}']").First).ToHaveClassAsync(new Regex("is-current"));
            await Assertions.Expect(page.Locator($"mark[data-marks~='f{index}']").First).ToBeInViewportAsync();
            await Assertions.Expect(page.Locator("[data-place]")).ToHaveTextAsync($"{index + 1} of {count}");
        }
    }

    [Fact]
    public async Task Deleting_asks_first_and_leaves_nothing()
    {
        await using var visitor = await site.ArriveSignedInAsync();
        var page = visitor.Page;
        await visitor.SubmitAsync("A memo that is better forgotten, as soon as possible.");
        var address = page.Url;
        var delete = page.GetByRole(AriaRole.Button, new() { Name = "Delete", Exact = true });
        var dialog = page.GetByRole(AriaRole.Dialog);

        await delete.ClickAsync();
        await Assertions.Expect(dialog.GetByRole(AriaRole.Button, new() { Name = "Keep it" })).ToBeFocusedAsync();
        await page.TakeAsync("delete-dialog");
        await page.ShouldBeAccessibleAsync("the delete dialog");
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(dialog).ToBeHiddenAsync();

        await delete.ClickAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Delete it" }).ClickAsync();
        await page.WaitForURLAsync(new Regex(@"/history\?deleted=1$"));
        await Assertions.Expect(page.GetByText("The memo was deleted.")).ToBeVisibleAsync();
        (await page.GotoAsync(address))!.Status.ShouldBe(404);
    }

    [Fact]
    public async Task Unknown_and_foreign_submissions_are_not_found()
    {
        await using var visitor = await site.ArriveSignedInAsync();
        var page = visitor.Page;
        (await page.GotoAsync($"/feedback/{Guid.CreateVersion7()}"))!.Status.ShouldBe(404);
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "There is nothing here" })).ToBeVisibleAsync();

        await visitor.SubmitAsync("A memo that only its writer may read, nobody else.");
        var address = page.Url;
        await using var other = await site.ArriveAsAsync("bo.other@example.org", "writer");
        await other.Page.WaitForURLAsync("**/write");
        (await other.Page.GotoAsync(address))!.Status.ShouldBe(404);
        await Assertions.Expect(other.Page.GetByRole(AriaRole.Heading, new() { Name = "There is nothing here" })).ToBeVisibleAsync();
    }

    /// <summary>The text of the memo as the page shows it, without the numbers of the comments.</summary>
    private static async Task MemoReadsAsync(IPage page, string memo)
    {
        var shown = await page.EvaluateAsync<string>("""
            () => {
              const memo = document.querySelector('[data-memo]').cloneNode(true);
              memo.querySelectorAll('.finding-number').forEach(number => number.remove());
              return memo.textContent;
            }
            """);
        shown.ShouldBe(memo.Trim());
    }
}
