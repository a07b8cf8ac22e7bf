using System.Text;
using System.Xml.Linq;
using MemoCoach.Gateway.Infrastructure.Keys;
using MemoCoach.TestKit;
using Microsoft.Extensions.Time.Testing;

namespace MemoCoach.Gateway.Tests;

public sealed class KeyTests
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    [Fact]
    public async Task Every_key_file_is_readable_by_its_owner_only()
    {
        var (gateway, admin) = await GatewayServer.StartSignedInAsync();
        await using var _ = gateway;
        admin.Dispose();
        using var browser = gateway.NewBrowser();
        await browser.GetAsync("/.well-known/jwks.json");

        var files = Directory.GetFiles(Path.Combine(gateway.DataDirectory, "keys"));

        files.Select(Path.GetExtension).ShouldBe([".pem", ".xml"], ignoreOrder: true);
        files.ShouldAllBe(file => ModeOf(file) == OwnerOnly);
    }

    [Fact]
    public async Task Cookies_and_service_tokens_outlive_a_restart()
    {
        using var folder = new TempFolder();
        (string, string?)[] settings =
        [
            ("Setup:AdminEmail", GatewayServer.AdminEmail),
            ("Setup:AdminPassword", GatewayServer.AdminPassword),
            ("urls", $"http://127.0.0.1:{FreePort.Next()}"),
        ];
        Browser browser;
        string keys;
        await using (var gateway = await GatewayServer.StartAsync(folder, settings))
        {
            browser = await gateway.SignInAsync(GatewayServer.AdminEmail, GatewayServer.AdminPassword);
            keys = (await browser.GetJsonAsync("/.well-known/jwks.json")).GetRawText();
        }

        await using var again = await GatewayServer.StartAsync(folder, settings);
        using (browser)
        {
            (await browser.PostAsync("/api/v1/tokens", new { name = "x" })).StatusCode.ShouldBe(System.Net.HttpStatusCode.Created);
            (await browser.GetJsonAsync("/.well-known/jwks.json")).GetRawText().ShouldBe(keys);
        }
    }

    [Fact]
    public void A_key_that_grew_old_is_replaced_and_the_new_one_is_published_before_it_signs()
    {
        using var folder = new TempFolder();
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow);
        var ring = new SigningKeyRing(new KeyDirectory(folder.Path), clock);
        var old = ring.Current.Id;

        clock.Advance(SigningKeyRing.Lifetime);
        ring.All.Count.ShouldBe(2);
        ring.Current.Id.ShouldBe(old);

        clock.Advance(SigningKeyRing.Notice);
        var young = ring.Current.Id;
        young.ShouldNotBe(old);
        ring.All.Select(key => key.Id).ShouldBe([young, old]);

        clock.Advance(SigningKeyRing.Overlap);
        ring.All.Select(key => key.Id).ShouldBe([young]);
        Directory.GetFiles(folder.Path).Length.ShouldBe(1);
    }

    [Fact]
    public void Replicas_that_share_the_folder_accept_each_others_keys()
    {
        using var folder = new TempFolder();
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow);
        var one = new SigningKeyRing(new KeyDirectory(folder.Path), clock);
        var two = new SigningKeyRing(new KeyDirectory(folder.Path), clock);
        one.Current.Id.ShouldBe(two.Current.Id);

        clock.Advance(SigningKeyRing.Lifetime);
        var made = one.All[0].Id;

        two.All[0].Id.ShouldBe(made);
    }

    [Fact]
    public void A_file_that_a_killed_process_left_unfinished_is_no_key()
    {
        using var folder = new TempFolder();
        folder.WriteFile($"signing-1700000000-a.pem.b{DurableFile.UnfinishedExtension}", "-----BEGIN PRIV");
        folder.WriteFile($"cookies-a.xml.b{DurableFile.UnfinishedExtension}", "<key");
        var directory = new KeyDirectory(folder.Path);

        new SigningKeyRing(directory, TimeProvider.System).All.Count.ShouldBe(1);
        new DataProtectionKeys(directory).GetAllElements().ShouldBeEmpty();
    }

    [Fact]
    public void What_a_killed_process_left_is_swept_up_after_a_while()
    {
        using var folder = new TempFolder();
        var left = folder.WriteFile($"cookies-a.xml.b{DurableFile.UnfinishedExtension}", "<key");
        var young = folder.WriteFile($"cookies-c.xml.d{DurableFile.UnfinishedExtension}", "<key");
        File.SetLastWriteTimeUtc(left, DateTime.UtcNow.AddHours(-2));

        _ = new KeyDirectory(folder.Path);

        File.Exists(left).ShouldBeFalse();
        File.Exists(young).ShouldBeTrue("another replica may be writing it");
    }

    [Fact]
    public void A_file_is_replaced_whole()
    {
        using var folder = new TempFolder();
        var path = folder.Combine("secret");
        DurableFile.Write(path, Encoding.UTF8.GetBytes("one"));
        DurableFile.Write(path, Encoding.UTF8.GetBytes("two"));

        File.ReadAllText(path).ShouldBe("two");
        ModeOf(path).ShouldBe(OwnerOnly);
        Directory.GetFiles(folder.Path).ShouldBe([path]);
    }

    [Fact]
    public void Cookie_keys_are_read_back_as_they_were_stored()
    {
        using var folder = new TempFolder();
        var keys = new DataProtectionKeys(new KeyDirectory(folder.Path));
        keys.StoreElement(new XElement("key", new XAttribute("id", 1)), "key-1");
        keys.StoreElement(new XElement("key", new XAttribute("id", 2)), "key-2");

        keys.GetAllElements().Select(key => (int)key.Attribute("id")!).ShouldBe([1, 2], ignoreOrder: true);
    }

    /// <summary>Windows has access lists instead, which the data directory's owner sets.</summary>
    private static UnixFileMode ModeOf(string file) => OperatingSystem.IsWindows() ? OwnerOnly : File.GetUnixFileMode(file);
}
