using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using MemoCoach.TestKit;

namespace MemoCoach.ConfigService.Tests;

public sealed class ConfigApiTests : IAsyncLifetime
{
    private readonly TempFolder _directory = new("config");
    private ConfigHost _host = null!;
    private HttpClient _admin = null!;

    public async ValueTask InitializeAsync()
    {
        _host = await ConfigHost.StartAsync(_directory.Path);
        _admin = _host.Client("admin");
    }

    public async ValueTask DisposeAsync()
    {
        _admin.Dispose();
        await _host.DisposeAsync();
        _directory.Dispose();
    }

    [Fact]
    public async Task The_list_shows_every_document_with_its_active_revision()
    {
        var list = await _admin.GetFromJsonAsync<JsonElement>("/api/v1/config");

        var auth = list.GetProperty("items").EnumerateArray().Single(item => item.GetProperty("name").GetString() == "auth");
        auth.GetProperty("state").GetString().ShouldBe("active");
        auth.GetProperty("source").GetString().ShouldBe("seed");
        $"\"{auth.GetProperty("revision").GetString()}\"".ShouldBe((await ReadAsync("auth")).Tag);
    }

    [Fact]
    public async Task A_document_is_YAML_and_is_not_sent_twice()
    {
        using var response = await _admin.GetAsync("/api/v1/config/auth");

        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/yaml");
        (await response.Content.ReadAsStringAsync()).ShouldBe(ShippedDocuments.Read("auth"));

        using var again = new HttpRequestMessage(HttpMethod.Get, "/api/v1/config/auth");
        again.Headers.IfNoneMatch.Add(response.Headers.ETag!);
        using var unchanged = await _admin.SendAsync(again);
        unchanged.StatusCode.ShouldBe(HttpStatusCode.NotModified);
    }

    [Fact]
    public async Task A_change_needs_the_revision_it_is_made_against()
    {
        (await PutAsync("auth", Stricter(), tag: null)).StatusCode.ShouldBe(HttpStatusCode.PreconditionRequired);
        (await PutAsync("auth", Stricter(), tag: "\"0123456789ab\"")).StatusCode.ShouldBe(HttpStatusCode.PreconditionFailed);
        (await PutAsync("auth", Stricter(), tag: "not a tag")).StatusCode.ShouldBe(HttpStatusCode.PreconditionFailed);
        (await ReadAsync("auth")).Content.ShouldBe(ShippedDocuments.Read("auth"));
    }

    [Fact]
    public async Task A_change_is_in_force_in_the_file_in_the_database_and_in_the_history()
    {
        var before = await ReadAsync("auth");

        using var response = await PutAsync("auth", Stricter(), before.Tag, "Longer passwords");

        response.StatusCode.ShouldBe(HttpStatusCode.OK, await response.Content.ReadAsStringAsync());
        var after = await ReadAsync("auth");
        after.Content.ShouldBe(Stricter());
        after.Tag.ShouldBe(response.Headers.ETag!.Tag);
        after.Tag.ShouldNotBe(before.Tag);
        (await File.ReadAllTextAsync(Path.Combine(_directory.Path, "config", "auth.yaml"))).ShouldBe(Stricter());

        var newest = (await HistoryAsync("auth"))[0];
        newest.GetProperty("message").GetString().ShouldBe("Longer passwords");
        newest.GetProperty("source").GetString().ShouldBe("interface");
        newest.GetProperty("authorId").GetGuid().ShouldBe(ConfigHost.TestAuthentication.AccountId);
        newest.GetProperty("active").GetBoolean().ShouldBeTrue();
    }

    [Fact]
    public async Task Saving_what_is_in_force_already_adds_nothing_to_the_history()
    {
        var before = await ReadAsync("auth");

        (await PutAsync("auth", before.Content, before.Tag)).StatusCode.ShouldBe(HttpStatusCode.OK);

        (await HistoryAsync("auth")).Count.ShouldBe(1);
    }

    [Fact]
    public async Task An_invalid_change_is_refused_with_its_places_and_changes_nothing()
    {
        var before = await ReadAsync("auth");

        using var response = await PutAsync("auth", before.Content.Replace("minimumLength: 12", "minimumLength: 1", StringComparison.Ordinal), before.Tag);

        response.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        var error = (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("errors")[0];
        error.GetProperty("path").GetString().ShouldBe("passwords.minimumLength");
        error.GetProperty("line").GetInt32().ShouldBe(5);
        error.GetProperty("column").GetInt32().ShouldBe(18);
        (await ReadAsync("auth")).ShouldBe(before);
        (await File.ReadAllTextAsync(Path.Combine(_directory.Path, "config", "auth.yaml"))).ShouldBe(before.Content);
    }

    [Fact]
    public async Task Of_many_concurrent_changes_exactly_one_wins()
    {
        var before = await ReadAsync("auth");
        var contents = Enumerable.Range(0, 20)
            .Select(n => before.Content.Replace("minimumLength: 12", $"minimumLength: {n + 13}", StringComparison.Ordinal)).ToList();

        var responses = await Task.WhenAll(contents.Select(content => PutAsync("auth", content, before.Tag)));

        var winner = Array.FindIndex(responses, response => response.StatusCode == HttpStatusCode.OK);
        responses.Count(response => response.StatusCode == HttpStatusCode.OK).ShouldBe(1);
        responses.Count(response => response.StatusCode == HttpStatusCode.PreconditionFailed).ShouldBe(19);
        (await ReadAsync("auth")).Content.ShouldBe(contents[winner]);
        (await HistoryAsync("auth")).Count.ShouldBe(2);
    }

    [Fact]
    public async Task An_older_revision_comes_back_as_a_new_entry()
    {
        var first = await ReadAsync("auth");
        (await PutAsync("auth", Stricter(), first.Tag)).EnsureSuccessStatusCode();

        using var response = await _admin.PostAsJsonAsync(
            "/api/v1/config/auth/rollback", new { revision = first.Tag.Trim('"'), message = "Too strict" });

        response.StatusCode.ShouldBe(HttpStatusCode.OK, await response.Content.ReadAsStringAsync());
        (await ReadAsync("auth")).ShouldBe(first);
        var history = await HistoryAsync("auth");
        history.Select(entry => entry.GetProperty("source").GetString()).ShouldBe(["rollback", "interface", "seed"]);
        history.Select(entry => entry.GetProperty("active").GetBoolean()).ShouldBe([true, false, false]);
    }

    [Fact]
    public async Task A_revision_that_was_replaced_can_still_be_read()
    {
        var first = await ReadAsync("auth");
        (await PutAsync("auth", Stricter(), first.Tag)).EnsureSuccessStatusCode();

        (await _admin.GetStringAsync($"/api/v1/config/auth?revision={first.Tag.Trim('"')}")).ShouldBe(first.Content);
    }

    [Theory]
    [InlineData("{\"revision\":\"ffffffffffff\",\"message\":\"x\"}", HttpStatusCode.NotFound)]
    [InlineData("{\"revision\":\"\\u0000\",\"message\":\"x\"}", HttpStatusCode.NotFound)]
    [InlineData("{\"message\":\"x\"}", HttpStatusCode.BadRequest)]
    [InlineData("{\"revision\":\"ffffffffffff\"}", HttpStatusCode.BadRequest)]
    [InlineData("{\"revision\":\"ffffffffffff\",\"message\":\"\\u0000\"}", HttpStatusCode.BadRequest)]
    [InlineData("nonsense", HttpStatusCode.BadRequest)]
    public async Task A_rollback_that_makes_no_sense_is_refused(string body, HttpStatusCode status)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await _admin.PostAsync("/api/v1/config/auth/rollback", content);

        response.StatusCode.ShouldBe(status);
    }

    [Fact]
    public async Task History_comes_in_pages()
    {
        for (var length = 13; length < 18; length++)
        {
            var current = await ReadAsync("auth");
            (await PutAsync("auth", WithLength(length), current.Tag)).EnsureSuccessStatusCode();
        }

        var seen = new List<string>();
        string? cursor = "";
        while (cursor is not null)
        {
            var page = await _admin.GetFromJsonAsync<JsonElement>($"/api/v1/config/auth/history?limit=2{cursor}");
            page.GetProperty("items").GetArrayLength().ShouldBeLessThanOrEqualTo(2);
            seen.AddRange(page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetString()!));
            cursor = page.GetProperty("nextCursor").GetString() is { } next ? $"&cursor={next}" : null;
        }

        seen.Count.ShouldBe(6);
        seen.Distinct().Count().ShouldBe(6);
    }

    [Theory]
    [InlineData("GET", "/api/v1/config/nothing", HttpStatusCode.NotFound)]
    [InlineData("GET", "/api/v1/config/..%2f..%2fetc", HttpStatusCode.NotFound)]
    [InlineData("GET", "/api/v1/config/auth?revision=%00", HttpStatusCode.NotFound)]
    [InlineData("GET", "/api/v1/config/auth/history?limit=0", HttpStatusCode.BadRequest)]
    [InlineData("GET", "/api/v1/config/auth/history?limit=x", HttpStatusCode.BadRequest)]
    [InlineData("GET", "/api/v1/config/auth/history?cursor=x", HttpStatusCode.BadRequest)]
    [InlineData("GET", "/api/v1/config/auth/history?cursor=9223372036854775807", HttpStatusCode.BadRequest)]
    [InlineData("PUT", "/api/v1/config/auth?message=%00", HttpStatusCode.BadRequest)]
    [InlineData("PUT", "/api/v1/config/nothing?message=x", HttpStatusCode.NotFound)]
    public async Task Bad_requests_are_told_what_is_bad(string method, string url, HttpStatusCode status)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), url);
        request.Headers.TryAddWithoutValidation("If-Match", "*");
        using var response = await _admin.SendAsync(request);

        response.StatusCode.ShouldBe(status);
    }

    [Fact]
    public async Task Hostile_bodies_are_refused_with_their_own_answer()
    {
        var tag = (await ReadAsync("auth")).Tag;
        byte[][] bodies =
        [
            "a: &a [*a, *a]"u8.ToArray(),
            Encoding.UTF8.GetBytes(new string('[', 100_000)),
            Encoding.Unicode.GetBytes("passwords: 1"),
            [0, 1, 2, 3, 255],
            [],
            "a: 1\na: 2\n"u8.ToArray(),
            "# \0"u8.ToArray(),
        ];

        foreach (var body in bodies)
        {
            (await PutAsync("auth", body, tag)).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
            using var content = new ByteArrayContent(body);
            (await _admin.PostAsync("/api/v1/config/auth/validate", content)).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        }

        (await PutAsync("auth", new byte[1_048_576], tag)).StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        using var endless = new HttpRequestMessage(HttpMethod.Put, "/api/v1/config/auth?message=x")
        {
            Content = new StreamContent(new MemoryStream(new byte[1_048_576])),
        };
        endless.Headers.TryAddWithoutValidation("If-Match", tag);
        endless.Headers.TransferEncodingChunked = true;
        (await _admin.SendAsync(endless)).StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        (await ReadAsync("auth")).Tag.ShouldBe(tag);
    }

    [Fact]
    public async Task A_valid_document_is_told_its_revision_without_being_saved()
    {
        using var content = new StringContent(Stricter());
        using var response = await _admin.PostAsync("/api/v1/config/auth/validate", content);

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("valid").GetBoolean().ShouldBeTrue();
        (await ReadAsync("auth")).Content.ShouldBe(ShippedDocuments.Read("auth"));
    }

    [Theory]
    [InlineData("GET", "/api/v1/config", "coach", HttpStatusCode.OK)]
    [InlineData("GET", "/api/v1/config", "operator", HttpStatusCode.OK)]
    [InlineData("GET", "/api/v1/config", "writer", HttpStatusCode.Forbidden)]
    [InlineData("GET", "/api/v1/config/auth", "coach", HttpStatusCode.OK)]
    [InlineData("GET", "/api/v1/config/auth", "writer", HttpStatusCode.Forbidden)]
    [InlineData("GET", "/api/v1/config/auth/history", "writer", HttpStatusCode.Forbidden)]
    [InlineData("PUT", "/api/v1/config/auth?message=x", "coach", HttpStatusCode.Forbidden)]
    [InlineData("PUT", "/api/v1/config/auth?message=x", "operator", HttpStatusCode.Forbidden)]
    [InlineData("PUT", "/api/v1/config/rubric?message=x", "writer", HttpStatusCode.Forbidden)]
    [InlineData("POST", "/api/v1/config/auth/validate", "coach", HttpStatusCode.Forbidden)]
    [InlineData("POST", "/api/v1/config/auth/rollback", "operator", HttpStatusCode.Forbidden)]
    public async Task Roles_decide_who_may_do_what(string method, string url, string role, HttpStatusCode status)
    {
        using var client = _host.Client(role);
        using var request = new HttpRequestMessage(new HttpMethod(method), url);
        using var response = await client.SendAsync(request);

        response.StatusCode.ShouldBe(status);
    }

    [Fact]
    public async Task Nobody_reads_or_writes_without_signing_in()
    {
        using var client = _host.Client("admin");
        client.DefaultRequestHeaders.Authorization = null;

        (await client.GetAsync("/api/v1/config")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await client.PutAsync("/api/v1/config/auth", null)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    private static string Stricter() => WithLength(16);

    private static string WithLength(int length) =>
        ShippedDocuments.Read("auth").Replace("minimumLength: 12", $"minimumLength: {length}", StringComparison.Ordinal);

    private async Task<(string Tag, string Content)> ReadAsync(string name)
    {
        using var response = await _admin.GetAsync($"/api/v1/config/{name}");
        response.EnsureSuccessStatusCode();
        return (response.Headers.ETag!.Tag, await response.Content.ReadAsStringAsync());
    }

    private async Task<IReadOnlyList<JsonElement>> HistoryAsync(string name) =>
        [.. (await _admin.GetFromJsonAsync<JsonElement>($"/api/v1/config/{name}/history")).GetProperty("items").EnumerateArray()];

    private Task<HttpResponseMessage> PutAsync(string name, string content, string? tag, string message = "A reason") =>
        PutAsync(name, Encoding.UTF8.GetBytes(content), tag, message);

    private async Task<HttpResponseMessage> PutAsync(string name, byte[] content, string? tag, string message = "A reason")
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, $"/api/v1/config/{name}?message={Uri.EscapeDataString(message)}")
        {
            Content = new ByteArrayContent(content) { Headers = { ContentType = new MediaTypeHeaderValue("application/yaml") } },
        };
        if (tag is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Match", tag);
        }

        return await _admin.SendAsync(request);
    }
}
