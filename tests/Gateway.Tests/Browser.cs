using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace MemoCoach.Gateway.Tests;

/// <summary>A caller with a cookie jar that follows no redirects and sends the anti-forgery token as our pages do.</summary>
internal sealed class Browser(Uri address) : IDisposable
{
    private readonly HttpClient _client = new(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false })
    {
        BaseAddress = address,
    };

    public CookieContainer Cookies { get; } = new();

    public string? CsrfToken { get; set; }

    /// <summary>Sent instead of the cookies.</summary>
    public string? Bearer { get; set; }

    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, HttpContent? content = null, bool withCsrf = true)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        if (Bearer is not null)
        {
            request.Headers.Add("Authorization", "Bearer " + Bearer);
        }

        if (Cookies.GetCookieHeader(address) is { Length: > 0 } cookies)
        {
            request.Headers.Add("Cookie", cookies);
        }

        if (withCsrf && CsrfToken is not null)
        {
            request.Headers.Add("X-CSRF-Token", CsrfToken);
        }

        var response = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        foreach (var cookie in response.Headers.TryGetValues("Set-Cookie", out var values) ? values : [])
        {
            Cookies.SetCookies(address, cookie);
        }

        return response;
    }

    public Task<HttpResponseMessage> GetAsync(string path) => SendAsync(HttpMethod.Get, path);

    public Task<HttpResponseMessage> PostAsync(string path, object? body = null) =>
        SendAsync(HttpMethod.Post, path, body is null ? null : JsonContent.Create(body));

    public Task<HttpResponseMessage> PatchAsync(string path, object body) => SendAsync(HttpMethod.Patch, path, JsonContent.Create(body));

    public Task<HttpResponseMessage> DeleteAsync(string path) => SendAsync(HttpMethod.Delete, path);

    public async Task<JsonElement> GetJsonAsync(string path)
    {
        using var response = await GetAsync(path);
        response.StatusCode.ShouldBe(HttpStatusCode.OK, path);
        return await response.JsonAsync();
    }

    public async Task SignInAsync(string email, string password)
    {
        using var response = await PostAsync("/api/v1/auth/login", new { email, password });
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        CsrfToken = (await response.JsonAsync()).GetProperty("csrfToken").GetString();
    }

    public void Dispose() => _client.Dispose();
}

internal static class Answers
{
    public static async Task<JsonElement> JsonAsync(this HttpResponseMessage response) =>
        await response.Content.ReadFromJsonAsync<JsonElement>();

    /// <summary>Checks that this is a problem document with this status, and returns it.</summary>
    public static async Task<JsonElement> ProblemAsync(this HttpResponseMessage response, HttpStatusCode status)
    {
        response.StatusCode.ShouldBe(status);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        var problem = await response.JsonAsync();
        problem.GetProperty("status").GetInt32().ShouldBe((int)status);
        return problem;
    }

    /// <summary>Checks that the request was refused for a rule that this field breaks.</summary>
    public static async Task RefusesFieldAsync(this HttpResponseMessage response, string field)
    {
        var problem = await response.ProblemAsync(HttpStatusCode.BadRequest);
        problem.GetProperty("errors").GetProperty(field)[0].GetString().ShouldNotBeNullOrEmpty();
    }
}
