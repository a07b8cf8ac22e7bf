using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using MemoCoach.TestKit;
using Microsoft.Playwright;

namespace MemoCoach.EndToEnd.Tests.Site;

/// <summary>The published program on an empty folder, with a first account, and a browser to visit it with.</summary>
public abstract class RunningSite : IAsyncLifetime
{
    public const string Email = "ana.writer@example.org";
    public const string Password = "four calm grey herons";

    private readonly TempFolder _folder = new("site");
    private Chromium? _chromium;
    private string? _storage;

    protected RunningSite(bool withAccount)
    {
        var settings = new Dictionary<string, string?> { ["RateLimits__Enabled"] = "false" };
        if (withAccount)
        {
            settings["Setup__AdminEmail"] = Email;
            settings["Setup__AdminPassword"] = Password;
            settings["Setup__AdminDisplayName"] = "Ana Writer";
        }

        Program = new PublishedProgram("Standalone", _folder.Path, settings);
    }

    public PublishedProgram Program { get; }

    /// <summary>Settings of the first start.</summary>
    protected virtual string[] Arguments => [];

    private IBrowser Browser => _chromium!.Browser;

    public virtual async ValueTask InitializeAsync()
    {
        await Program.StartAsync(Arguments);
        _chromium = await Chromium.StartAsync();
    }

    public Task<Visitor> ArriveAsync(
        (int Width, int Height)? size = null, ColorScheme colours = ColorScheme.Light, bool scripts = true, string locale = "en-GB") =>
        Visitor.ArriveAsync(Browser, Program.Address, size, colours, scripts: scripts, locale: locale);

    /// <summary>A window of the first account, signed in.</summary>
    public async Task<Visitor> ArriveSignedInAsync(
        (int Width, int Height)? size = null, ColorScheme colours = ColorScheme.Light, bool scripts = true)
    {
        if (_storage is null)
        {
            await using var first = await ArriveAsync();
            await first.SignInAsync(Email, Password);
            await first.Page.WaitForURLAsync("**/write");
            _storage = await first.StorageAsync();
        }

        return await Visitor.ArriveAsync(Browser, Program.Address, size, colours, _storage, scripts);
    }

    /// <summary>A window of somebody with one role, whose account is made for it, just after signing in.</summary>
    public async Task<Visitor> ArriveAsAsync(string email, string role, Look? look = null)
    {
        using var api = await OpenApiAsync();
        using var created = await api.PostAsJsonAsync(
            "api/v1/users", new { email, displayName = email.Split('@')[0], password = Password, roles = new[] { role } });
        created.EnsureSuccessStatusCode();
        var visitor = await ArriveAsync(look?.Size, look?.Colours ?? ColorScheme.Light);
        await visitor.SignInAsync(email, Password);
        return visitor;
    }

    /// <summary>The API, as a script of the first account sees it.</summary>
    public async Task<HttpClient> OpenApiAsync()
    {
        var client = new HttpClient { BaseAddress = Program.Address };
        using var login = await client.PostAsJsonAsync("api/v1/auth/login", new { email = Email, password = Password });
        var session = (await login.Content.ReadFromJsonAsync<JsonElement>())!;
        client.DefaultRequestHeaders.Add("X-CSRF-Token", session.GetProperty("csrfToken").GetString());
        using var created = await client.PostAsJsonAsync("api/v1/tokens", new { name = "End-to-end test" });
        created.EnsureSuccessStatusCode();
        var token = (await created.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("token").GetString();
        client.Dispose();

        var script = new HttpClient(new HttpClientHandler { UseCookies = false }) { BaseAddress = Program.Address };
        script.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return script;
    }

    public async ValueTask DisposeAsync()
    {
        if (_chromium is not null)
        {
            await _chromium.DisposeAsync();
        }

        await Program.DisposeAsync();
        _folder.Dispose();
        GC.SuppressFinalize(this);
    }
}

/// <summary>A site with an account, shared by the classes that only visit it.</summary>
public sealed class SharedSite() : RunningSite(withAccount: true);

/// <summary>A site that waits for its first account.</summary>
public sealed class EmptySite() : RunningSite(withAccount: false);

/// <summary>A site whose evaluation is paused, so that what is submitted waits.</summary>
public sealed class PausedSite() : RunningSite(withAccount: true)
{
    protected override string[] Arguments => ["serve", "--Evaluation:Workers=0"];
}

[CollectionDefinition(Name)]
public sealed class SharedSiteCollection : ICollectionFixture<SharedSite>
{
    public const string Name = "Shared site";
}
