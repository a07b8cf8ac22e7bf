using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using MemoCoach.TestKit;

namespace MemoCoach.Distributed.Tests;

/// <summary>A person with a personal API token, outside the program.</summary>
internal sealed class ApiUser : IDisposable
{
    public const string Email = "writer@example.com";
    public const string Password = "A-long-enough-password-1";
    private readonly HttpClient _client;

    private ApiUser(HttpClient client) => _client = client;

    /// <summary>Signs in with the account that the settings made, and takes a token that outlives restarts.</summary>
    public static async Task<ApiUser> SignInAsync(Uri address)
    {
        var client = new HttpClient { BaseAddress = address, Timeout = TimeSpan.FromSeconds(30) };
        var user = await LogInAsync(client);
        using var request = new HttpRequestMessage(HttpMethod.Post, "api/v1/tokens") { Content = JsonContent.Create(new { name = "test" }) };
        request.Headers.Add("X-CSRF-Token", user.GetProperty("csrfToken").GetString());
        using var response = await client.SendAsync(request);
        var token = (await ReadAsync(response, HttpStatusCode.Created)).GetProperty("token").GetString();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return new ApiUser(client);
    }

    /// <returns>The id, once the answer 202 is here.</returns>
    public async Task<Guid> SubmitAsync(string text, CancellationToken cancellationToken = default)
    {
        using var response = await _client.PostAsJsonAsync("api/v1/submissions", new { text }, cancellationToken);
        return (await ReadAsync(response, HttpStatusCode.Accepted)).GetProperty("id").GetGuid();
    }

    public async Task<HttpStatusCode> DeleteAsync(Guid id)
    {
        using var response = await _client.DeleteAsync(new Uri($"api/v1/submissions/{id}", UriKind.Relative));
        return response.StatusCode;
    }

    public async Task<JsonElement> GetAsync(string path)
    {
        using var response = await _client.GetAsync(new Uri(path, UriKind.Relative));
        return await ReadAsync(response, HttpStatusCode.OK);
    }

    public async Task<HttpStatusCode> StatusOfAsync(string path)
    {
        using var response = await _client.GetAsync(new Uri(path, UriKind.Relative));
        return response.StatusCode;
    }

    public Task WaitForReviewAsync(Guid id) => Eventually.BecomesTrueAsync(
        async () => (await GetAsync($"api/v1/submissions/{id}")).GetProperty("status").GetString() == "completed",
        TimeSpan.FromSeconds(90),
        $"submission {id} is reviewed");

    /// <summary>All event names and data of a submission's stream, read to its end.</summary>
    public async Task<string> FollowAsync(Guid id)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(90));
        return await _client.GetStringAsync(new Uri($"api/v1/submissions/{id}/events", UriKind.Relative), limit.Token);
    }

    public void Dispose() => _client.Dispose();

    private static async Task<JsonElement> LogInAsync(HttpClient client)
    {
        using var response = await client.PostAsJsonAsync("api/v1/auth/login", new { email = Email, password = Password });
        return await ReadAsync(response, HttpStatusCode.OK);
    }

    private static async Task<JsonElement> ReadAsync(HttpResponseMessage response, HttpStatusCode expected)
    {
        var body = await response.Content.ReadAsStringAsync();
        response.StatusCode.ShouldBe(expected, body);
        return JsonSerializer.Deserialize<JsonElement>(body);
    }
}
