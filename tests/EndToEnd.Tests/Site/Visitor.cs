using Microsoft.Playwright;

namespace MemoCoach.EndToEnd.Tests.Site;

/// <summary>One person's browser window, and whatever went wrong in it.</summary>
public sealed class Visitor : IAsyncDisposable
{
    public static readonly (int Width, int Height) Desktop = (1440, 900);
    public static readonly (int Width, int Height) Phone = (360, 740);

    private readonly IBrowserContext _context;
    private readonly Uri _origin;
    private readonly List<string> _troubles = [];

    private Visitor(IBrowserContext context, IPage page, Uri origin)
    {
        (_context, Page, _origin) = (context, page, origin);
        page.Console += (_, message) =>
        {
            // Chromium writes the status of every page that is an error page; those are asked for on purpose.
            if (message.Type is "error" or "warning" && !message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal))
            {
                Note($"console: {message.Text}");
            }
        };
        page.PageError += (_, error) => Note($"script: {error}");
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith("data:", StringComparison.Ordinal) && !_origin.IsBaseOf(new Uri(request.Url)))
            {
                Note($"elsewhere: {request.Url}");
            }
        };
        page.Response += (_, response) =>
        {
            if (response.Status >= 400 && !response.Request.IsNavigationRequest)
            {
                Note($"asset: {response.Status} {response.Url}");
            }
        };
    }

    public IPage Page { get; }

    /// <summary>Console messages, script errors, requests to other sites and assets that are not there.</summary>
    public IReadOnlyList<string> Troubles
    {
        get
        {
            lock (_troubles)
            {
                return [.. _troubles];
            }
        }
    }

    public static async Task<Visitor> ArriveAsync(
        IBrowser browser, Uri address, (int Width, int Height)? size = null, ColorScheme colours = ColorScheme.Light, string? storage = null, bool scripts = true, string locale = "en-GB")
    {
        var (width, height) = size ?? Desktop;
        var context = await browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = address.ToString(),
            ViewportSize = new ViewportSize { Width = width, Height = height },
            ColorScheme = colours,
            Locale = locale,
            ReducedMotion = ReducedMotion.Reduce,
            StorageState = storage,
            JavaScriptEnabled = scripts,
        });
        context.SetDefaultTimeout(60_000);
        return new Visitor(context, await context.NewPageAsync(), address);
    }

    public Task<string> StorageAsync() => _context.StorageStateAsync();

    public async Task SignInAsync(string email, string password)
    {
        await Page.GotoAsync("/login");
        await Page.GetByLabel("E-mail address").FillAsync(email);
        await Page.GetByLabel("Password").FillAsync(password);
        await Page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
    }

    /// <summary>Hands in a memo on the page <em>Write</em> and ends on the page that follows it.</summary>
    public async Task SubmitAsync(string text, string? title = null)
    {
        await Page.GotoAsync("/write");
        if (title is not null)
        {
            await Page.GetByLabel("Title").FillAsync(title);
        }

        await Page.GetByLabel("Your memo").FillAsync(text);
        await Page.GetByRole(AriaRole.Button, new() { Name = "Get feedback" }).ClickAsync();
        await Page.WaitForURLAsync("**/feedback/*");
    }

    public Task ReviewAppearsAsync() => Page.Locator("review-reader").WaitForAsync();

    public ValueTask DisposeAsync() => _context.DisposeAsync();

    private void Note(string trouble)
    {
        lock (_troubles)
        {
            _troubles.Add(trouble);
        }
    }
}
