using System.Text.RegularExpressions;
using MemoCoach.EndToEnd.Tests.Site;
using Microsoft.Playwright;

namespace MemoCoach.EndToEnd.Tests;

[Collection(SharedSiteCollection.Name)]
public sealed class SignInTests(SharedSite site)
{
    [Fact]
    public async Task A_wrong_password_is_refused_and_the_address_stays()
    {
        await using var visitor = await site.ArriveAsync();
        var page = visitor.Page;
        await visitor.SignInAsync(RunningSite.Email, "not my password");

        await Assertions.Expect(page.GetByRole(AriaRole.Alert).First).ToContainTextAsync("The e-mail address or the password is wrong");
        await Assertions.Expect(page.GetByLabel("E-mail address")).ToHaveValueAsync(RunningSite.Email);
        await Assertions.Expect(page.GetByLabel("Password")).ToHaveValueAsync("");
        await Assertions.Expect(page.GetByLabel("Password")).ToBeFocusedAsync();
        await page.TakeAsync("login-refused");
        await page.ShouldBeAccessibleAsync("the refused sign-in");
    }

    [Fact]
    public async Task Empty_fields_are_named_beside_the_fields()
    {
        await using var visitor = await site.ArriveAsync();
        var page = visitor.Page;
        await page.GotoAsync("/login");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();

        await Assertions.Expect(page.GetByLabel("E-mail address")).ToHaveAccessibleDescriptionAsync("Enter your e-mail address.");
        await Assertions.Expect(page.GetByLabel("Password")).ToHaveAccessibleDescriptionAsync("Enter your password.");
    }

    [Fact]
    public async Task Signing_in_leads_to_the_page_that_was_asked_for_and_signing_out_closes_it()
    {
        await using var visitor = await site.ArriveAsync();
        var page = visitor.Page;
        await page.GotoAsync("/history?cursor=");
        page.Url.ShouldContain("/login?returnUrl=");
        await page.GetByLabel("E-mail address").FillAsync(RunningSite.Email);
        await page.GetByLabel("Password").FillAsync(RunningSite.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await page.WaitForURLAsync(new Regex(@"/history\?cursor=$"));

        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await page.WaitForURLAsync("**/login");
        await page.GotoAsync("/history");
        page.Url.ShouldContain("/login");
        visitor.Troubles.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("//evil.example/")]
    [InlineData("https://evil.example/")]
    [InlineData("/\\evil.example/")]
    public async Task Signing_in_leads_nowhere_else(string returnUrl)
    {
        await using var visitor = await site.ArriveAsync();
        var page = visitor.Page;
        await page.GotoAsync($"/login?returnUrl={Uri.EscapeDataString(returnUrl)}");
        await page.GetByLabel("E-mail address").FillAsync(RunningSite.Email);
        await page.GetByLabel("Password").FillAsync(RunningSite.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await page.WaitForURLAsync("**/write");
        new Uri(page.Url).Authority.ShouldBe(site.Program.Address.Authority);
    }

    [Fact]
    public async Task The_whole_way_from_sign_in_to_submission_works_without_scripts()
    {
        await using var visitor = await site.ArriveAsync(scripts: false);
        var page = visitor.Page;
        await visitor.SignInAsync(RunningSite.Email, RunningSite.Password);
        await page.WaitForURLAsync("**/write");
        await page.GetByLabel("Your memo").FillAsync("Too short");
        await page.GetByRole(AriaRole.Button, new() { Name = "Get feedback" }).ClickAsync();
        await Assertions.Expect(page.GetByLabel("Your memo")).ToHaveAccessibleDescriptionAsync(new Regex("needs at least 10"));
        await Assertions.Expect(page.GetByLabel("Your memo")).ToHaveValueAsync("Too short");

        await page.GetByLabel("Your memo").FillAsync("This memo is long enough, and no script has seen it.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Get feedback" }).ClickAsync();
        await page.WaitForURLAsync("**/feedback/*");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("This memo is long enough, and no script has seen it.");
    }

    [Fact]
    public async Task The_keyboard_alone_leads_from_sign_in_to_a_submission()
    {
        await using var visitor = await site.ArriveAsync();
        var (page, keyboard) = (visitor.Page, visitor.Page.Keyboard);
        await page.GotoAsync("/login");
        await Assertions.Expect(page.GetByLabel("E-mail address")).ToBeFocusedAsync();
        await keyboard.TypeAsync(RunningSite.Email);
        await keyboard.PressAsync("Tab");
        await Assertions.Expect(page.GetByLabel("Password")).ToBeFocusedAsync();
        await keyboard.TypeAsync(RunningSite.Password);
        await keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/write");

        await Assertions.Expect(page.GetByLabel("Your memo")).ToBeFocusedAsync();
        await keyboard.InsertTextAsync("We ask for $40,000 by 1 May so that the night bus can run until August.");
        await keyboard.PressAsync("Tab");
        await Assertions.Expect(page.GetByRole(AriaRole.Radio, new() { Name = "Detect" })).ToBeFocusedAsync();
        await keyboard.PressAsync("Tab");
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Get feedback" })).ToBeFocusedAsync();
        await keyboard.PressAsync("Shift+Tab");
        await keyboard.PressAsync("Shift+Tab");
        await keyboard.PressAsync("Control+Enter");
        await page.WaitForURLAsync("**/feedback/*");
        await visitor.ReviewAppearsAsync();

        await page.GotoAsync("/history");
        await keyboard.PressAsync("Tab");
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "Skip to the content" })).ToBeFocusedAsync();
        await keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#main")).ToBeFocusedAsync();
    }
}
