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
    private static readonly Uri Submissions = new("/api/v1/submissions", UriKind.Relative);
    private static readonly MediaTypeHeaderValue Json = new("application/json");
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

    /// <summary>Hands a memo in and returns where it can be followed, once the answer 202 is here.</summary>
    /// <remarks>The load shares the machine with the product, so it does no more work than it must.</remarks>
    public async Task<Uri> SubmitAsync(byte[] body)
    {
        using var content = new ByteArrayContent(body);
        content.Headers.ContentType = Json;
        using var response = await Client.PostAsync(Submissions, content);
        response.EnsureSuccessStatusCode();
        return response.Headers.Location!;
    }

    /// <summary>Follows the submission's event stream to its end.</summary>
    public async Task WaitForReviewAsync(Uri submission)
    {
        await using var events = await Client.GetStreamAsync(new Uri($"{submission}/events", UriKind.Relative));
        using var reader = new StreamReader(events);
        while (await reader.ReadLineAsync() is { } line)
        {
            if (line.Contains("\"completed\"", StringComparison.Ordinal))
            {
                return;
            }
        }

        throw new InvalidOperationException($"{submission} was not reviewed.");
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
