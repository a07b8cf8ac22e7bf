using System.Text.RegularExpressions;
using MemoCoach.EndToEnd.Tests.Site;
using Microsoft.Playwright;

namespace MemoCoach.EndToEnd.Tests;

[Collection(SharedSiteCollection.Name)]
public sealed class WritingTests(SharedSite site)
{
    private const string Draft = "We recommend opening the second counter, because the queue now takes 40 minutes.";

    [Fact]
    public async Task A_draft_survives_a_reload_and_is_forgotten_once_it_is_accepted()
    {
        await using var visitor = await site.ArriveSignedInAsync();
        var page = visitor.Page;
        await page.GotoAsync("/write");
        await page.GetByLabel("Title").FillAsync("Second counter");
        await page.GetByLabel("Your memo").FillAsync(Draft);
        await Assertions.Expect(page.Locator("#text-count")).ToHaveTextAsync("13 words · 80 of 50,000 characters");

        await page.ReloadAsync();
        await Assertions.Expect(page.GetByLabel("Your memo")).ToHaveValueAsync(Draft);
        await Assertions.Expect(page.GetByLabel("Title")).ToHaveValueAsync("Second counter");
        await Assertions.Expect(page.GetByText("We kept what you had written here.")).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Get feedback" }).ClickAsync();
        await page.WaitForURLAsync(new Regex(@"/feedback/[0-9a-f-]{36}$"));
        await page.GotoAsync("/write");
        await Assertions.Expect(page.GetByLabel("Your memo")).ToHaveValueAsync("");
        visitor.Troubles.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_memo_that_is_too_long_is_named_before_it_is_sent()
    {
        await using var visitor = await site.ArriveSignedInAsync();
        var page = visitor.Page;
        await page.GotoAsync("/write");
        await page.GetByLabel("Your memo").FillAsync(new string('a', 50_001));
        await Assertions.Expect(page.GetByLabel("Your memo")).ToHaveAccessibleDescriptionAsync(new Regex("has 50,001 characters; at most 50,000 are allowed"));
        await page.GetByRole(AriaRole.Button, new() { Name = "Get feedback" }).ClickAsync();
        await Assertions.Expect(page.GetByLabel("Your memo")).ToBeFocusedAsync();
        page.Url.ShouldEndWith("/write");

        await page.GetByLabel("Your memo").FillAsync("Short enough now, surely.");
        await Assertions.Expect(page.Locator("#text-error")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task What_only_the_server_can_see_is_said_at_the_field_and_the_text_stays()
    {
        await using var visitor = await site.ArriveSignedInAsync();
        var page = visitor.Page;
        await page.GotoAsync("/write");
        await page.EvaluateAsync("() => { const text = document.querySelector('#text'); text.value = 'A memo with a bell \\u0007 inside.'; }");
        await page.GetByRole(AriaRole.Button, new() { Name = "Get feedback" }).ClickAsync();
        await Assertions.Expect(page.GetByLabel("Your memo")).ToHaveAttributeAsync("aria-invalid", "true");
        await Assertions.Expect(page.Locator("#text-error")).ToBeVisibleAsync();
        (await page.GetByLabel("Your memo").InputValueAsync()).ShouldContain("inside.");
    }

    [Fact]
    public async Task Sending_twice_makes_one_submission()
    {
        await using var visitor = await site.ArriveSignedInAsync();
        var page = visitor.Page;
        await page.GotoAsync("/write");
        await page.GetByLabel("Your memo").FillAsync("This memo is sent twice: once by the form, once by an impatient network.");
        var second = await page.EvaluateAsync<string>("""
            async () => {
              const form = document.querySelector('form[enctype]');
              const send = async () => new URL((await fetch(form.action, { method: 'POST', body: new FormData(form) })).url).pathname;
              const [one, two] = await Promise.all([send(), send()]);
              return one === two ? one : `${one} and ${two}`;
            }
            """);
        second.ShouldStartWith("/feedback/");
        second.ShouldNotContain(" and ");
        await page.GetByRole(AriaRole.Button, new() { Name = "Get feedback" }).ClickAsync();
        await page.WaitForURLAsync($"**{second}");
    }

    [Fact]
    public async Task The_next_draft_begins_with_the_last_text_and_belongs_to_the_same_memo()
    {
        await using var visitor = await site.ArriveSignedInAsync();
        var page = visitor.Page;
        await visitor.SubmitAsync("A first draft about the archive, with room for improvement.", "The archive");
        await page.GetByRole(AriaRole.Link, new() { Name = "Write the next draft" }).ClickAsync();
        await page.WaitForURLAsync(new Regex(@"/write\?memo="));
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Next draft: The archive");
        await Assertions.Expect(page.GetByLabel("Your memo")).ToHaveValueAsync("A first draft about the archive, with room for improvement.");

        await page.GetByLabel("Your memo").FillAsync("A second draft about the archive, improved.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Get feedback" }).ClickAsync();
        await page.WaitForURLAsync("**/feedback/*");
        await Assertions.Expect(page.GetByText("Draft 2")).ToBeVisibleAsync();
        visitor.Troubles.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_next_draft_of_an_unknown_memo_is_not_found()
    {
        await using var visitor = await site.ArriveSignedInAsync();
        var answer = await visitor.Page.GotoAsync($"/write?memo={Guid.CreateVersion7()}");
        answer!.Status.ShouldBe(404);
    }
}
