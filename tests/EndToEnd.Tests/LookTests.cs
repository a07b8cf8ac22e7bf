using MemoCoach.EndToEnd.Tests.Site;
using Microsoft.Playwright;

namespace MemoCoach.EndToEnd.Tests;

/// <summary>Every page in light and dark, on a phone and on a desk: nothing axe objects to, nothing from elsewhere, nothing wider than its window.</summary>
[Collection(SharedSiteCollection.Name)]
public sealed class LookTests(SharedSite site)
{
    public static TheoryData<string> Looks => [.. Look.All.Select(look => look.Name)];

    [Theory]
    [MemberData(nameof(Looks))]
    public async Task Every_page_is_accessible_and_complete(string name)
    {
        var look = Look.All.Single(look => look.Name == name);
        await using (var stranger = await site.ArriveAsync(look.Size, look.Colours))
        {
            await CheckAsync(stranger, look, "login", "/login");
            stranger.Troubles.ShouldBeEmpty();
        }

        await using (var newcomer = await site.ArriveAsAsync($"new.{name}@example.org", "writer", look))
        {
            await newcomer.Page.WaitForURLAsync("**/write");
            await CheckAsync(newcomer, look, "history-empty", "/history");
            newcomer.Troubles.ShouldBeEmpty();
        }

        await using (var coach = await site.ArriveAsAsync($"coach.{name}@example.org", "coach", look))
        {
            await coach.Page.GetByRole(AriaRole.Heading, new() { Name = "You may not open this page" }).WaitForAsync();
            await CheckAsync(coach, look, "access-denied", "/write", 403);
        }

        await using var writer = await site.ArriveSignedInAsync(look.Size, look.Colours);
        await writer.SubmitAsync(Memos.Federal, "Federal Source Code Policy: reusable and open source software");
        await writer.ReviewAppearsAsync();
        var address = new Uri(writer.Page.Url).PathAndQuery;
        await CheckAsync(writer, look, "feedback", address);
        await writer.Page.Keyboard.PressAsync("j");
        await writer.Page.Locator(".criterion summary").First.ClickAsync();
        await writer.Page.Locator(".provenance summary").ClickAsync();
        await CheckAsync(writer, look, "feedback-open", null);
        await CheckAsync(writer, look, "write", "/write");
        await writer.Page.GetByLabel("Your memo").FillAsync(Memos.Federal);
        await CheckAsync(writer, look, "write-filled", null);
        await writer.Page.GetByLabel("Your memo").FillAsync("Short");
        await writer.Page.GetByRole(AriaRole.Button, new() { Name = "Get feedback" }).ClickAsync();
        await CheckAsync(writer, look, "write-invalid", null);
        await CheckAsync(writer, look, "history", "/history");
        await CheckAsync(writer, look, "not-found", "/nowhere", 404);
        writer.Troubles.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_very_large_screen_and_a_very_small_one_show_everything()
    {
        foreach (var (width, height) in ((int, int)[])[(3840, 2160), (320, 568)])
        {
            await using var writer = await site.ArriveSignedInAsync((width, height));
            await writer.SubmitAsync(Memos.Federal);
            await writer.ReviewAppearsAsync();
            foreach (var path in (string[])[new Uri(writer.Page.Url).PathAndQuery, "/write", "/history"])
            {
                await writer.Page.GotoAsync(path);
                await writer.Page.ShouldFitAsync($"{path} at {width}");
                await writer.Page.TakeAsync($"{width}{path.Split('/')[1].Insert(0, "-")}");
            }
        }
    }

    [Fact]
    public async Task Browsers_that_ask_for_Spanish_get_it()
    {
        await using var visitor = await site.ArriveAsync(locale: "es-ES");
        await visitor.Page.GotoAsync("/login");
        await Assertions.Expect(visitor.Page.GetByRole(AriaRole.Heading, new() { Name = "Iniciar sesión" })).ToBeVisibleAsync();
        (await visitor.Page.Locator("html").GetAttributeAsync("lang")).ShouldBe("es");
    }

    private static async Task CheckAsync(Visitor visitor, Look look, string name, string? path, int status = 200)
    {
        if (path is not null)
        {
            (await visitor.Page.GotoAsync(path))!.Status.ShouldBe(status);
        }

        await visitor.Page.TakeAsync($"{name}-{look.Name}");
        await visitor.Page.ShouldFitAsync($"{name}, {look.Name}");
        await visitor.Page.ShouldBeAccessibleAsync($"{name}, {look.Name}");
    }
}
