using System.Text.RegularExpressions;
using MemoCoach.EndToEnd.Tests.Site;
using Microsoft.Playwright;

namespace MemoCoach.EndToEnd.Tests;

/// <summary>From an empty folder to a review.</summary>
public sealed partial class NewcomerTests(EmptySite site) : IClassFixture<EmptySite>
{
    [Fact]
    public async Task A_newcomer_sets_up_submits_a_real_memo_and_reads_its_review()
    {
        await using var visitor = await site.ArriveAsync();
        var page = visitor.Page;

        await page.GotoAsync("/");
        page.Url.ShouldEndWith("/setup");
        await CheckSetupPageAsync();

        await page.GetByLabel("Your name").FillAsync("Ana Writer");
        await page.GetByLabel("E-mail address").FillAsync(RunningSite.Email);
        await page.GetByLabel("Password").FillAsync(RunningSite.Password);
        await page.GetByLabel("Setup token").FillAsync("not-the-token");
        await page.GetByRole(AriaRole.Button, new() { Name = "Create the account" }).ClickAsync();
        await Assertions.Expect(page.GetByLabel("Setup token")).ToHaveAccessibleDescriptionAsync(new Regex("This setup token is wrong"));
        await Assertions.Expect(page.GetByLabel("E-mail address")).ToHaveValueAsync(RunningSite.Email);
        await Assertions.Expect(page.GetByLabel("Password")).ToHaveValueAsync("");
        await Assertions.Expect(page.GetByLabel("Setup token")).ToBeFocusedAsync();

        await page.GotoAsync(SetupAddress().Match(site.Program.Output).Value);
        await Assertions.Expect(page.GetByLabel("Setup token")).Not.ToHaveValueAsync("");
        await page.GetByLabel("Your name").FillAsync("Ana Writer");
        await page.GetByLabel("E-mail address").FillAsync(RunningSite.Email);
        await page.GetByLabel("Password").FillAsync(RunningSite.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Create the account" }).ClickAsync();
        await page.WaitForURLAsync("**/write");
        await Assertions.Expect(page.GetByText("Ana Writer")).ToBeVisibleAsync();

        await page.GetByLabel("Your memo").FillAsync(Memos.Federal);
        await page.GetByRole(AriaRole.Button, new() { Name = "Get feedback" }).ClickAsync();
        await page.WaitForURLAsync("**/feedback/*");
        await visitor.ReviewAppearsAsync();

        await Assertions.Expect(page.Locator(".score-figure strong")).ToHaveTextAsync(new Regex(@"^\d(\.\d)?$"));
        await Assertions.Expect(page.Locator(".bars li")).ToHaveCountAsync(7);
        await Assertions.Expect(page.Locator(".criterion")).ToHaveCountAsync(7);
        await Assertions.Expect(page.GetByText("Style and structure only; the reasoning was not judged.")).ToBeVisibleAsync();
        (await page.Locator("[data-card]").CountAsync()).ShouldBeGreaterThan(0);
        await EveryFindingMarksItsQuoteAsync(page);
        visitor.Troubles.ShouldBeEmpty();
    }

    private async Task CheckSetupPageAsync()
    {
        foreach (var look in Look.All)
        {
            await using var visitor = await site.ArriveAsync(look.Size, look.Colours);
            await visitor.Page.GotoAsync("/setup");
            await visitor.Page.TakeAsync($"setup-{look.Name}");
            await visitor.Page.ShouldFitAsync($"setup, {look.Name}");
            await visitor.Page.ShouldBeAccessibleAsync($"setup, {look.Name}");
        }
    }

    private static async Task EveryFindingMarksItsQuoteAsync(IPage page)
    {
        var wrong = await page.EvaluateAsync<string[]>("""
            () => [...document.querySelectorAll('[data-card]')].filter(card => {
              const quote = card.querySelector('q').textContent;
              const marked = [...document.querySelectorAll(`mark[data-marks~="f${card.dataset.card}"]`)].map(mark => mark.textContent).join('');
              return marked !== quote;
            }).map(card => card.textContent)
            """);
        wrong.ShouldBeEmpty();
    }

    [GeneratedRegex(@"/setup\?token=\S+")]
    private static partial Regex SetupAddress();
}
