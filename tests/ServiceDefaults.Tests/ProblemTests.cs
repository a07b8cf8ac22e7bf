using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;

namespace MemoCoach.ServiceDefaults.Tests;

public sealed class ProblemTests(ProblemTests.Program program) : IClassFixture<ProblemTests.Program>
{
    [Theory]
    [InlineData("{\"title\":\"t\",\"count\":1}", "text", "is required")]
    [InlineData("{\"text\":null,\"count\":1}", "text", "must not be null")]
    [InlineData("{\"text\":5,\"count\":1}", "text", "must be a text")]
    [InlineData("{\"text\":\"t\",\"count\":\"1\"}", "count", "must be a number")]
    [InlineData("{\"text\":\"t\",\"count\":1,\"kind\":\"novel\"}", "kind", "must be of the kind")]
    [InlineData("{\"text\":\"t\",\"count\":1,\"kind\":7}", "kind", "must be of the kind")]
    [InlineData("{\"text\":\"t\",\"count\":1,\"parts\":[{\"id\":\"x\"}]}", "parts[0].id", "must be an identifier")]
    [InlineData("{\"text\":\"t\",\"text\":\"u\",\"count\":1}", "text", "is given twice")]
    [InlineData("{\"text\":\"t\",", "body", "is not valid JSON")]
    [InlineData("", "body", "is")]
    [InlineData("null", "body", "is required")]
    [InlineData("[]", "body", "must be")]
    [InlineData("{\"text\":\"\\ud800\",\"count\":1}", "text", "is not valid Unicode")]
    public async Task A_bad_body_is_answered_400_with_the_field_and_the_rule(string body, string field, string rule)
    {
        var problem = await ProblemOfAsync(await program.PostAsync(Encoding.UTF8.GetBytes(body)), HttpStatusCode.BadRequest);

        problem.GetProperty("errors").GetProperty(field)[0].GetString()!.ShouldContain(rule);
        problem.GetProperty("detail").GetString()!.ShouldNotContain("System.");
        problem.GetProperty("detail").GetString()!.ShouldNotContain("MemoCoach");
    }

    [Fact]
    public async Task Invalid_utf_8_is_answered_400()
    {
        byte[] body = [.. "{\"count\":1,\"text\":\""u8, 0xC3, 0x28, .. "\"}"u8];

        await ProblemOfAsync(await program.PostAsync(body), HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("/memos?limit=many", "limit", "must be a whole number")]
    [InlineData("/memos", "limit", "is required")]
    public async Task A_bad_parameter_is_answered_400_with_its_name(string path, string field, string rule)
    {
        var problem = await ProblemOfAsync(await program.Client.GetAsync(path), HttpStatusCode.BadRequest);

        problem.GetProperty("errors").GetProperty(field)[0].GetString()!.ShouldContain(rule);
    }

    [Theory]
    [InlineData("GET", "/nowhere", HttpStatusCode.NotFound)]
    [InlineData("DELETE", "/memos", HttpStatusCode.MethodNotAllowed)]
    [InlineData("GET", "/guarded", HttpStatusCode.Unauthorized)]
    [InlineData("GET", "/status/403", HttpStatusCode.Forbidden)]
    [InlineData("GET", "/status/406", HttpStatusCode.NotAcceptable)]
    [InlineData("GET", "/status/429", HttpStatusCode.TooManyRequests)]
    public async Task Every_bare_status_gets_its_problem_document(string method, string path, HttpStatusCode status)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        request.Headers.Accept.ParseAdd("image/png");

        await ProblemOfAsync(await program.Client.SendAsync(request), status);
    }

    [Fact]
    public async Task A_body_of_another_kind_is_answered_415()
    {
        using var content = new StringContent("text=hello", new MediaTypeHeaderValue("text/plain"));

        var problem = await ProblemOfAsync(await program.Client.PostAsync("/memos", content), HttpStatusCode.UnsupportedMediaType);

        problem.GetProperty("detail").GetString()!.ShouldContain("application/json");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_body_over_the_limit_is_answered_413_whether_its_length_is_announced_or_not(bool chunked)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/memos");
        request.Content = JsonContent.Create(new { text = new string('a', 20_000), count = 1 });
        request.Headers.TransferEncodingChunked = chunked;

        var problem = await ProblemOfAsync(await program.Client.SendAsync(request), HttpStatusCode.RequestEntityTooLarge);

        problem.GetProperty("detail").GetString()!.ShouldContain("10000 bytes");
    }

    [Theory]
    [InlineData("Production")]
    [InlineData("Development")]
    public async Task A_defect_is_answered_500_without_a_stack_trace_and_logged_under_its_trace_id(string environment)
    {
        await using var app = await TestApplication.StartAsync(
            map: app => app.MapGet("/defect", string () => throw new InvalidOperationException("the canary sings")), environment: environment);

        using var request = new HttpRequestMessage(HttpMethod.Get, "/defect");
        request.Headers.Accept.ParseAdd("application/json");
        var problem = await ProblemOfAsync(await app.Public.SendAsync(request), HttpStatusCode.InternalServerError);

        problem.ToString().ShouldNotContain("canary");
        problem.ToString().ShouldNotContain("   at ");
        var traceId = problem.GetProperty("traceId").GetString()!;
        (await app.StopAndReadLogAsync()).ShouldContain(line => line.Contains("the canary sings") && line.Contains(traceId));
    }

    [Fact]
    public async Task An_exception_that_a_library_declared_is_answered_as_declared()
    {
        var answer = await program.Client.GetAsync("/unavailable");

        answer.Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromSeconds(5));
        (await ProblemOfAsync(answer, HttpStatusCode.ServiceUnavailable)).GetProperty("detail").GetString().ShouldBe("The storage rests.");
    }

    [Fact]
    public async Task A_browsers_page_keeps_its_bare_status_for_the_web_ui()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/nowhere");
        request.Headers.Accept.ParseAdd("text/html,application/xhtml+xml,*/*;q=0.8");

        var answer = await program.Client.SendAsync(request);

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await answer.Content.ReadAsStringAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Json_is_camel_case_with_enums_as_words_and_times_in_utc()
    {
        using var answer = await program.PostAsync("""{"text":"t","count":1,"kind":"shortMemo","at":"2026-03-01T10:00:00.1234567+02:00"}"""u8.ToArray());

        (await answer.Content.ReadAsStringAsync())
            .ShouldBe("""{"text":"t","count":1,"kind":"shortMemo","at":"2026-03-01T08:00:00.123456Z","parts":null}""");
    }

    private static async Task<JsonElement> ProblemOfAsync(HttpResponseMessage answer, HttpStatusCode status)
    {
        var body = await answer.Content.ReadAsStringAsync();
        answer.StatusCode.ShouldBe(status, body);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        var problem = JsonDocument.Parse(body).RootElement;
        problem.GetProperty("status").GetInt32().ShouldBe((int)status);
        problem.GetProperty("title").GetString().ShouldNotBeNullOrEmpty();
        problem.GetProperty("traceId").GetString()!.Length.ShouldBe(32);
        return problem;
    }

    private enum Kind
    {
        LongMemo,
        ShortMemo,
    }

    private sealed record Part(Guid Id);

    private sealed record Draft(string Text, int Count, Kind? Kind = null, DateTimeOffset? At = null, IReadOnlyList<Part>? Parts = null);

    private sealed class RestingException : Exception;

    public sealed class Program : IAsyncLifetime
    {
        private TestApplication? _app;

        public HttpClient Client => _app!.Public;

        public Task<HttpResponseMessage> PostAsync(byte[] body)
        {
            var content = new ByteArrayContent(body);
            content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
            return Client.PostAsync("/memos", content);
        }

        public async ValueTask InitializeAsync() => _app = await TestApplication.StartAsync(
            builder =>
            {
                builder.AddServiceAuthentication();
                builder.Services.AddExceptionMapping<RestingException>(503, "The storage rests.", TimeSpan.FromSeconds(5));
            },
            app =>
            {
                app.MapPost("/memos", (Draft draft) => draft);
                app.MapGet("/memos", ([FromQuery] int limit) => limit);
                app.MapGet("/guarded", () => "").RequireAuthorization(Policies.Writer);
                app.MapGet("/status/{status:int}", (int status) => TypedResults.StatusCode(status));
                app.MapGet("/unavailable", string () => throw new RestingException());
            },
            settings: "Requests:MaxBodyBytes=10000");

        public async ValueTask DisposeAsync() => await _app!.DisposeAsync();
    }
}
