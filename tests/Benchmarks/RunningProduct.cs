using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using MemoCoach.TestKit;

namespace MemoCoach.Benchmarks;

/// <summary>The published program on an empty folder, with an account and a client that is signed in.</summary>
internal sealed class RunningProduct : IAsyncDisposable
{
    private const string Email = "benchmark@example.com";
    private const string Password = "Benchmarks-are-honest-1";
    private readonly TempFolder _folder = new("benchmark");
    private readonly PublishedProgram _program;

    private RunningProduct(IReadOnlyDictionary<string, string?> settings)
    {
        _program = new PublishedProgram("Standalone", _folder.Path, new Dictionary<string, string?>(settings)
        {
            ["Setup__AdminEmail"] = Email,
            ["Setup__AdminPassword"] = Password,
            ["RateLimits__Enabled"] = "false",
        });
        Client = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 256 }) { BaseAddress = _program.Address };
    }

    public HttpClient Client { get; }

    /// <summary>From the start of the process to its first answer of 200.</summary>
    public TimeSpan StartDuration { get; private set; }

    public static async Task<RunningProduct> StartAsync(params (string Name, string Value)[] settings)
    {
        await PublishedProgram.PublishAsync("Standalone");
        var product = new RunningProduct(settings.ToDictionary(setting => setting.Name, setting => (string?)setting.Value));
        var startedAt = Stopwatch.GetTimestamp();
        await product._program.StartAsync();
        product.StartDuration = Stopwatch.GetElapsedTime(startedAt);
        await product.SignInAsync();
        return product;
    }

    /// <summary>Resident memory of the process, in bytes.</summary>
    public long ResidentBytes
    {
        get
        {
            using var process = Process.GetProcessById(_program.ProcessId);
            return process.WorkingSet64;
        }
    }

    public async Task<Guid> SubmitAsync(string text)
    {
        using var response = await Client.PostAsJsonAsync("/api/v1/submissions", new { text });
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid();
    }

    /// <summary>Follows the submission's event stream to its end.</summary>
    public async Task WaitForReviewAsync(Guid id)
    {
        await using var events = await Client.GetStreamAsync(new Uri($"/api/v1/submissions/{id}/events", UriKind.Relative));
        using var reader = new StreamReader(events);
        while (await reader.ReadLineAsync() is { } line)
        {
            if (line.Contains("\"completed\"", StringComparison.Ordinal))
            {
                return;
            }
        }

        throw new InvalidOperationException($"Submission {id} was not reviewed.");
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _program.DisposeAsync();
        _folder.Dispose();
    }

    private async Task SignInAsync()
    {
        using var login = await Client.PostAsJsonAsync("/api/v1/auth/login", new { email = Email, password = Password });
        login.EnsureSuccessStatusCode();
        var csrf = (await login.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("csrfToken").GetString();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/tokens") { Content = JsonContent.Create(new { name = "benchmark" }) };
        request.Headers.Add("X-CSRF-Token", csrf);
        using var response = await Client.SendAsync(request);
        response.EnsureSuccessStatusCode();
        var token = (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("token").GetString();
        Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
    }
}
