using System.Net;
using System.Text;

namespace MemoCoach.Gateway.Tests;

/// <summary>One server for all of them: whatever was sent, the next caller is served.</summary>
public sealed class HostileInputTests(HostileInputTests.SharedServer server) : IClassFixture<HostileInputTests.SharedServer>
{
    private const string Login = "/api/v1/auth/login";
    private const string Setup = "/api/v1/setup";
    private const string Users = "/api/v1/users";
    private const string Tokens = "/api/v1/tokens";
    private const string Me = "/api/v1/auth/me";

    public static TheoryData<string, string, string, string?> BrokenFields => new()
    {
        { "POST", Login, """{"email":5,"password":"x"}""", "email" },
        { "POST", Login, """{"email":null,"password":"x"}""", "email" },
        { "POST", Login, """{"email":"","password":"x"}""", "email" },
        { "POST", Login, """{"email":"a@b.c"}""", "password" },
        { "POST", Login, """{"email":"a@b.c","password":["x"]}""", "password" },
        { "POST", Login, """{"email":"a@b.c","password":{}}""", "password" },
        { "POST", Login, """{"email":"a\u0000@b.c","password":"x"}""", "email" },
        { "POST", Login, """{"email":"a@b.c\r\nBcc: x","password":"x"}""", "email" },
        { "POST", Login, """{"email":"a\u202Eb@b.c","password":"x"}""", "email" },
        { "POST", Login, """{"email":"a\uD800@b.c","password":"x"}""", "email" },
        { "POST", Login, """{"email":"no at sign","password":"x"}""", "email" },
        { "POST", Login, """{"email":"@b.c","password":"x"}""", "email" },
        { "POST", Login, """{"email":"a@","password":"x"}""", "email" },
        { "POST", Login, """{"email":"a@b@c","password":"x"}""", "email" },
        { "POST", Login, """{"email":"a@b..c","password":"x"}""", "email" },
        { "POST", Login, $$"""{"email":"{{new string('a', 300)}}@b.c","password":"x"}""", "email" },
        { "POST", Login, $$"""{"email":"a@b.c","password":"{{new string('p', 300)}}"}""", "password" },
        { "POST", Login, "[]", null },
        { "POST", Login, "null", null },
        { "POST", Login, "", null },
        { "POST", Login, "{", null },
        { "POST", Login, """{"email":"a@b.c","email":"d@e.f","password":"x"}""", "email" },
        { "POST", Login, string.Concat(Enumerable.Repeat("[", 5_000)), null },
        { "POST", Setup, """{"email":"a@b.c","password":"correct horse battery","displayName":"\u0007","setupToken":"x"}""", "displayName" },
        { "POST", Setup, """{"email":"a@b.c","password":"correct horse\u0000battery","displayName":"A","setupToken":"x"}""", "password" },
        { "POST", Setup, """{"email":"a@b.c","password":"correct horse battery","displayName":"A"}""", "setupToken" },
        { "POST", Setup, """{"email":"a@b.c","password":"password123","displayName":"A","setupToken":"x"}""", "password" },
        { "POST", Setup, """{"email":"a@b.c","password":"aaaaaaaaaaaaaaa","displayName":"A","setupToken":"x"}""", "password" },
        { "POST", Users, """{"email":"x@y.z","displayName":"X","password":"correct horse battery","roles":[]}""", "roles" },
        { "POST", Users, """{"email":"x@y.z","displayName":"X","password":"correct horse battery","roles":["root"]}""", "roles" },
        { "POST", Users, """{"email":"x@y.z","displayName":"X","password":"correct horse battery","roles":[null]}""", "roles" },
        { "POST", Users, """{"email":"x@y.z","displayName":"X","password":"correct horse battery","roles":"admin"}""", "roles" },
        { "POST", Users, """{"email":"x@y.z","displayName":"  ","password":"correct horse battery","roles":["writer"]}""", "displayName" },
        { "POST", Users, """{"email":"long@password.example","displayName":"X","password":"long@password.example","roles":["writer"]}""", "password" },
        { "PATCH", Users + "/00000000-0000-0000-0000-000000000000", """{"disabled":"yes"}""", "disabled" },
        { "PATCH", Users + "/00000000-0000-0000-0000-000000000000", """{"password":"short"}""", "password" },
        { "GET", Users + "?limit=0", "", "limit" },
        { "GET", Users + "?limit=-1", "", "limit" },
        { "GET", Users + "?limit=99999999999999", "", "limit" },
        { "GET", Users + "?limit=many", "", "limit" },
        { "GET", Users + "?cursor=%00", "", "cursor" },
        { "GET", Users + "?cursor=AAAA", "", "cursor" },
        { "GET", Users + "?cursor=__79", "", "cursor" },
        { "POST", Tokens, """{"name":""}""", "name" },
        { "POST", Tokens, """{"name":"x","expiresAt":"yesterday"}""", "expiresAt" },
        { "POST", Tokens, """{"name":"x","expiresAt":"2001-01-01T00:00:00Z"}""", "expiresAt" },
        { "POST", Tokens, """{"name":"x","expiresAt":"0001-01-01T00:00:00+14:00"}""", "expiresAt" },
        { "POST", Tokens, """{"name":"x","expiresAt":1e400}""", "expiresAt" },
        { "PATCH", Me, """{"newPassword":"a better passphrase"}""", "currentPassword" },
        { "PATCH", Me, """{"newPassword":"short","currentPassword":"x"}""", "newPassword" },
        { "PATCH", Me, """{"displayName":"\u200B"}""", "displayName" },
        { "GET", "/api/v1/sessions?userId=me", "", "userId" },
    };

    [Theory]
    [MemberData(nameof(BrokenFields))]
    public async Task Bad_input_is_a_problem_that_names_the_field(string method, string path, string body, string? field)
    {
        using var response = await server.Admin.SendAsync(
            new HttpMethod(method), path, method == "GET" ? null : new StringContent(body, Encoding.UTF8, "application/json"));

        if (field is null)
        {
            await response.ProblemAsync(HttpStatusCode.BadRequest);
        }
        else
        {
            await response.RefusesFieldAsync(field);
        }
    }

    [Theory]
    [InlineData("{\"email\":\"a@b.c\",\"password\":\"\u00ff\u00fe\"}")]
    [InlineData("{\"email\":\"\u00c0\u00af@b.c\",\"password\":\"x\"}")]
    [InlineData("\u00ff\u00fe{\u0000")]
    public async Task Bytes_that_are_not_utf8_are_a_bad_request(string bytes)
    {
        using var content = new ByteArrayContent(Encoding.Latin1.GetBytes(bytes));
        content.Headers.Add("Content-Type", "application/json");

        using var response = await server.Admin.SendAsync(HttpMethod.Post, Login, content);

        await response.ProblemAsync(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_huge_body_is_refused_before_it_is_read()
    {
        using var content = new StringContent($$"""{"email":"a@b.c","password":"{{new string('p', 200_000)}}"}""", Encoding.UTF8, "application/json");

        using var response = await server.Admin.SendAsync(HttpMethod.Post, Login, content);

        await response.ProblemAsync(HttpStatusCode.RequestEntityTooLarge);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("application/xml")]
    public async Task A_body_that_is_not_json_is_an_unsupported_media_type(string contentType)
    {
        using var content = new StringContent("""{"email":"a@b.c","password":"x"}""", Encoding.UTF8, contentType);

        using var response = await server.Admin.SendAsync(HttpMethod.Post, Login, content);

        await response.ProblemAsync(HttpStatusCode.UnsupportedMediaType);
    }

    [Theory]
    [InlineData("POST", Me)]
    [InlineData("DELETE", Users)]
    [InlineData("PUT", Tokens)]
    public async Task A_method_that_a_path_does_not_have_is_405(string method, string path)
    {
        using var response = await server.Admin.SendAsync(new HttpMethod(method), path);

        await response.ProblemAsync(HttpStatusCode.MethodNotAllowed);
    }

    [Theory]
    [InlineData("memocoach=garbage")]
    [InlineData("memocoach=")]
    [InlineData("memocoach=CfDJ8AAAAAAAAAAAAAAAAAAAAAA")]
    public async Task A_made_up_cookie_is_nobody(string cookie)
    {
        using var client = new HttpClient { BaseAddress = server.Gateway.Address };
        client.DefaultRequestHeaders.Add("Cookie", cookie);

        using var response = await client.GetAsync(Me);

        await response.ProblemAsync(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_made_up_csrf_token_is_refused()
    {
        using var browser = await server.Gateway.SignInAsync(GatewayServer.AdminEmail, GatewayServer.AdminPassword);
        foreach (var token in new[] { "", "garbage", "CfDJ8AAAAAAAAAAAAAAAAAAAAAA", new string('A', 4_000) })
        {
            browser.CsrfToken = token;
            await (await browser.PostAsync(Tokens, new { name = "x" })).ProblemAsync(HttpStatusCode.Forbidden);
        }
    }

    [Theory]
    [InlineData("o'brien@example.org")]
    [InlineData("\"; DROP TABLE Accounts; --@example.org")]
    [InlineData("josé+memo@example.org")]
    [InlineData("用户@例子.公司")]
    [InlineData("😀@example.org")]
    public async Task Unusual_letters_in_an_address_are_letters(string email)
    {
        using var response = await server.Admin.PostAsync(Login, new { email, password = "not the password" });

        // Refused for the space, or because nobody has this address; in no case an error of ours.
        ((int)response.StatusCode).ShouldBeOneOf(400, 401);
    }

    [Fact]
    public async Task A_user_agent_of_any_bytes_does_no_harm()
    {
        using var client = new HttpClient { BaseAddress = server.Gateway.Address };
        client.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", new string('x', 5_000) + "<script>\t");

        using var response = await client.PostAsync(
            Login, System.Net.Http.Json.JsonContent.Create(new { email = GatewayServer.AdminEmail, password = GatewayServer.AdminPassword }));

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    public sealed class SharedServer : IAsyncLifetime
    {
        internal GatewayServer Gateway { get; private set; } = null!;

        internal Browser Admin { get; private set; } = null!;

        public async ValueTask InitializeAsync() =>
            (Gateway, Admin) = await GatewayServer.StartSignedInAsync(("Lockout:FailedSignIns", "1000"));

        public async ValueTask DisposeAsync()
        {
            Admin.Dispose();
            await Gateway.DisposeAsync();
        }
    }
}
