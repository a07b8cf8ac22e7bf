using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using MemoCoach.Submissions.Tests.Host;

namespace MemoCoach.Submissions.Tests;

/// <summary>Every bad input gets a problem document that names the field, and is nobody's server error.</summary>
public sealed class BadInputTests(PostgresSubmissions host) : IClassFixture<PostgresSubmissions>
{
    private const string Good = "\"Long enough to be a memo.\"";

    private HttpClient Client => field ??= host.ClientOf(Guid.CreateVersion7());

    [Theory]
    [InlineData("{}", "text")]
    [InlineData("{\"text\":null}", "text")]
    [InlineData("{\"text\":\"\"}", "text")]
    [InlineData("{\"text\":\"   \\n\\t   \\r\\n            \"}", "text")]
    [InlineData("{\"text\":\"too short\"}", "text")]
    [InlineData("{\"text\":\"with a NUL \\u0000 in it\"}", "text")]
    [InlineData("{\"text\":\"with a bell \\u0007 in it\"}", "text")]
    [InlineData("{\"text\":\"with an escape \\u001b[31m in it\"}", "text")]
    [InlineData("{\"text\":\"with a C1 control \\u0085 in it\"}", "text")]
    [InlineData("{\"text\":\"half a pair \\ud83e at the end\"}", "text|body")]
    [InlineData("{\"text\":\"the other half \\udded of it\"}", "text|body")]
    [InlineData("{\"text\":12345678901234}", "text")]
    [InlineData("{\"text\":[\"a list of texts\"]}", "text")]
    [InlineData("{\"text\":{\"a\":\"b\"}}", "text")]
    [InlineData("{\"text\":true}", "text")]
    [InlineData("{\"text\":" + Good + ",\"title\":\"line\\nbreak\"}", "title")]
    [InlineData("{\"text\":" + Good + ",\"title\":7}", "title")]
    [InlineData("{\"text\":" + Good + ",\"language\":\"fr\"}", "language")]
    [InlineData("{\"text\":" + Good + ",\"language\":\"\\u0000\"}", "language")]
    [InlineData("{\"text\":" + Good + ",\"memoId\":\"not an id\"}", "memoId")]
    [InlineData("{\"text\":" + Good + ",\"memoId\":42}", "memoId")]
    [InlineData("{\"text\":" + Good + ",\"text\":" + Good + "}", "text|body")]
    [InlineData("{\"text\":" + Good, "body")]
    [InlineData("{\"text\":" + Good + "} trailing", "body")]
    [InlineData("not json", "body")]
    [InlineData("[]", "body")]
    [InlineData("\"text\"", "body")]
    [InlineData("", "body")]
    [InlineData("null", "body")]
    public async Task A_body_that_is_wrong_is_told_where(string body, string fields)
    {
        using var response = await PostAsync(Encoding.UTF8.GetBytes(body));

        await ShouldBeProblemAsync(response, HttpStatusCode.BadRequest, fields);
    }

    [Theory]
    [InlineData(new byte[] { 0xC3, 0x28 })]
    [InlineData(new byte[] { 0xED, 0xA0, 0x80 })]
    [InlineData(new byte[] { 0xFF, 0xFE })]
    [InlineData(new byte[] { 0xF0, 0x9F, 0xA7 })]
    public async Task Bytes_that_are_not_utf8_are_refused_and_not_replaced(byte[] bytes)
    {
        byte[] body = [.. "{\"text\":\"Long enough, but "u8, .. bytes, .. " is not text.\"}"u8];

        using var response = await PostAsync(body);

        await ShouldBeProblemAsync(response, HttpStatusCode.BadRequest, "text|body");
    }

    [Fact]
    public async Task Deep_nesting_is_refused()
    {
        var body = "{\"text\":" + new string('[', 100_000) + new string(']', 100_000) + "}";

        using var response = await PostAsync(Encoding.UTF8.GetBytes(body));

        await ShouldBeProblemAsync(response, HttpStatusCode.BadRequest, "text|body");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("text/plain")]
    [InlineData("application/xml")]
    [InlineData("application/json; charset=nonsense")]
    [InlineData("multipart/form-data; boundary=x")]
    public async Task A_body_of_another_kind_is_refused(string? contentType)
    {
        using var response = await PostAsync(Encoding.UTF8.GetBytes($"{{\"text\":{Good}}}"), contentType);

        await ShouldBeProblemAsync(response, HttpStatusCode.UnsupportedMediaType, fields: null);
    }

    [Fact]
    public async Task A_body_that_is_too_large_is_refused()
    {
        using var response = await PostAsync(Encoding.UTF8.GetBytes($"{{\"text\":\"{new string('a', 1_048_576)}\"}}"));

        await ShouldBeProblemAsync(response, HttpStatusCode.RequestEntityTooLarge, fields: null);
    }

    [Theory]
    [InlineData("")]
    [InlineData("with space")]
    public async Task An_idempotency_key_that_is_none_names_the_header(string key)
    {
        using var response = await Client.SubmitAsync(new { text = SubmissionsClient.Text }, key);

        await ShouldBeProblemAsync(response, HttpStatusCode.BadRequest, "Idempotency-Key");
    }

    [Fact]
    public async Task The_longest_idempotency_key_is_accepted_and_one_character_more_is_not()
    {
        await Client.SubmittedAsync(key: new string('k', 200));

        using var response = await Client.SubmitAsync(new { text = SubmissionsClient.Text }, new string('k', 201));

        await ShouldBeProblemAsync(response, HttpStatusCode.BadRequest, "Idempotency-Key");
    }

    [Theory]
    [InlineData("?limit=0", "limit")]
    [InlineData("?limit=-1", "limit")]
    [InlineData("?limit=101", "limit")]
    [InlineData("?limit=99999999999999", "limit")]
    [InlineData("?limit=many", "limit")]
    [InlineData("?cursor=x", "cursor")]
    [InlineData("?cursor=AAAA", "cursor")]
    [InlineData("?cursor=%00%00", "cursor")]
    [InlineData("?cursor=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "cursor")]
    [InlineData("?memoId=7", "memoId")]
    public async Task A_query_that_is_wrong_is_told_where(string query, string field)
    {
        using var response = await Client.GetAsync(SubmissionsClient.Path + query);

        await ShouldBeProblemAsync(response, HttpStatusCode.BadRequest, field);
    }

    [Theory]
    [InlineData("GET", "/not-an-id", HttpStatusCode.NotFound)]
    [InlineData("GET", "/00000000-0000-0000-0000-000000000000", HttpStatusCode.NotFound)]
    [InlineData("GET", "/00000000-0000-0000-0000-000000000000/events", HttpStatusCode.NotFound)]
    [InlineData("DELETE", "/00000000-0000-0000-0000-000000000000", HttpStatusCode.NotFound)]
    [InlineData("PUT", "", HttpStatusCode.MethodNotAllowed)]
    [InlineData("PATCH", "/00000000-0000-0000-0000-000000000000", HttpStatusCode.MethodNotAllowed)]
    public async Task What_is_not_there_is_a_problem_too(string method, string path, HttpStatusCode expected)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), SubmissionsClient.Path + path);

        using var response = await Client.SendAsync(request);

        await ShouldBeProblemAsync(response, expected, fields: null);
    }

    private async Task<HttpResponseMessage> PostAsync(byte[] body, string? contentType = "application/json")
    {
        using var content = new ByteArrayContent(body);
        content.Headers.ContentType = contentType is null ? null : MediaTypeHeaderValue.Parse(contentType);
        return await Client.PostAsync(SubmissionsClient.Path, content);
    }

    /// <param name="fields">The field that must be named; alternatives apart by a bar; null where no field is at fault.</param>
    private static async Task ShouldBeProblemAsync(HttpResponseMessage response, HttpStatusCode status, string? fields)
    {
        var body = await response.Content.ReadAsStringAsync();
        response.StatusCode.ShouldBe(status, body);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        body.ShouldNotContain("   at ", customMessage: "a stack trace");
        var problem = JsonNode.Parse(body)!.AsObject();
        problem["status"]!.GetValue<int>().ShouldBe((int)status);
        if (fields is not null)
        {
            problem["errors"].ShouldNotBeNull(body);
            fields.Split('|').ShouldContain(field => problem["errors"]!.AsObject().ContainsKey(field), body);
        }
    }
}
