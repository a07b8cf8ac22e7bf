using System.Net;
using System.Text.Json;
using MemoCoach.ServiceDefaults.Logging;
using MemoCoach.TestKit;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace MemoCoach.ServiceDefaults.Tests;

public sealed class RedactionTests
{
    private const string Secret = "cänary/\"s3cret\"+value&more";
    private const string DatabasePassword = "canary-database-word";
    private const string BrokerPassword = "canary-broker-word";
    private const string MadeSecret = "canary-made-at-run-time";
    private const string MemoText = "canary memo: we ask the board for two million.";

    // None of these is configured anywhere: they are known by their looks or by what stands around them.
    private const string ApiToken = "mc_canaryCANARY0123456789";
    private const string JsonWebToken = "eyJcanaryCANARY01.eyJcanaryCANARY02.canarySignature03";
    private const string OpenAiKey = "sk-proj-canary0123456789";
    private const string AwsKey = "AKIACANARY0123456789";
    private const string Pem = "-----BEGIN PRIVATE KEY-----\nMIIcanary\nCANARY==\n-----END PRIVATE KEY-----";
    private const string OtherPassword = "canaryhunter2";

    private static readonly Action<ILogger>[] Shapes =
    [
        log => log.LogInformation("Signed in with {Password}", OtherPassword),
        log => log.LogInformation("The pass is {Pass}", Secret),
        log => log.LogInformation($"The pass is {Secret}"),
        log => log.LogInformation("Request {@Request}", new { User = "ada", Password = OtherPassword, Nested = new { ApiKey = OtherPassword, Note = Secret } }),
        log => log.LogInformation("Request {Request}", new { User = "ada", Note = Secret }),
        log => log.LogInformation("List {Values}", (object)new[] { Secret, ApiToken }),
        log => log.LogInformation("Map {@Values}", new Dictionary<string, string> { ["token"] = OtherPassword, [Secret] = "key" }),
        log => log.LogError(new InvalidOperationException($"Cannot use {Secret}"), "It failed"),
        log => log.LogError(new InvalidOperationException("outer", new IOException($"Bearer {ApiToken} and password={OtherPassword}")), "It failed"),
        log => log.LogError(new AggregateException(new IOException(Secret), new IOException(JsonWebToken)), "They failed"),
        log =>
        {
            using (log.BeginScope(new Dictionary<string, object> { ["Token"] = OtherPassword, ["Note"] = Secret }))
            using (log.BeginScope("handling {Note}", Secret))
            using (log.BeginScope($"handling {ApiToken}"))
            {
                log.LogWarning("In a scope");
            }
        },
        log => log.LogInformation("Body {Payload}", JsonSerializer.Serialize(new { password = OtherPassword, other = Secret, text = MemoText })),
        log => log.LogInformation("Body {Payload}", JsonSerializer.Serialize(JsonSerializer.Serialize(new { password = OtherPassword, other = Secret, text = MemoText }))),
        log => log.LogInformation("GET {Url}", $"https://host/path?access_token={OtherPassword}&q={Uri.EscapeDataString(Secret)}"),
        log => log.LogInformation("GET {Url}", new Uri($"https://host/path?q={WebUtility.UrlEncode(Secret)}")),
        log => log.LogInformation("Form {Form}", $"user=ada&password%3D{OtherPassword}"),
        log => log.LogInformation("Header {Header}", $"Authorization: Bearer {JsonWebToken}"),
        log => log.LogInformation("Header {Header}", "Authorization: Basic Y2FuYXJ5OmNhbmFyeQ=="),
        log => log.LogInformation("Header {Name}: {Value}", "Cookie", $"session={ApiToken}"),
        log => log.LogInformation("Password={Value}", OtherPassword),
        log => log.LogInformation("password: '{Value}'", OtherPassword),
        log => log.LogInformation("Connecting to {Target}", $"Host=db;Username=memo;Password={DatabasePassword};Database=x"),
        log => log.LogInformation("Connecting to {Target}", $"amqp://memo:{BrokerPassword}@broker:5672/v"),
        log => log.LogInformation("Connecting to {Target}", $"postgres://memo:{OtherPassword}@db/x"),
        log => log.LogInformation("Login failed for {Login}", $"user {DatabasePassword}"),
        log => log.LogInformation("Key {Material}", Pem),
        log => log.LogInformation("Key {Material}", JsonSerializer.Serialize(Pem)),
        log => log.LogInformation("Keys {One} {Two}", OpenAiKey, AwsKey),
        log => log.LogInformation("Reviewing {Text}", MemoText),
        log => log.LogInformation("Reviewing {@Submission}", new { Id = 1, Memo = new { Title = "t", Text = MemoText }, Quotes = new[] { MemoText } }),
        log => log.LogInformation("Set-up token {Value}", MadeSecret),
        log => log.Log(LogLevel.Critical, new EventId(1, Secret), "state", null, (_, _) => $"formatted {Secret}"),
        log => log.LogInformation("Bytes {Bytes}", Convert.ToHexString(System.Text.Encoding.UTF8.GetBytes(Secret))),
        log => log.LogInformation("Base64 {Bytes}", Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(Secret))),
    ];

    // How each of the secrets would show in a line. Encodings of Secret are looked for as well.
    private static readonly string[] Canaries =
    [
        "canary", "CANARY", "s3cret", "hunter2", "Y2FuYXJ5", Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(Secret))[..16],
        Convert.ToHexString(System.Text.Encoding.UTF8.GetBytes(Secret))[..16], "two million",
    ];

    [Fact]
    public async Task No_canary_gets_into_ten_thousand_log_events()
    {
        await using var app = await StartAsync();
        app.Services.GetRequiredService<Redactor>().AddSecret(MadeSecret);
        var log = app.Services.GetRequiredService<ILoggerFactory>().CreateLogger("Test");

        for (var number = 0; number < 10_000; number++)
        {
            Shapes[number % Shapes.Length](log);
        }

        var lines = (await app.StopAndReadLogAsync()).Where(line => line.Contains("\"SourceContext\":\"Test\"")).ToList();
        lines.Count.ShouldBe(10_000);
        foreach (var line in lines)
        {
            Canaries.ShouldAllBe(canary => !line.Contains(canary, StringComparison.Ordinal), line);
            JsonDocument.Parse(line).RootElement.GetProperty("@t").GetDateTimeOffset().Offset.ShouldBe(TimeSpan.Zero);
        }
    }

    [Fact]
    public async Task What_is_no_secret_is_still_there()
    {
        await using var app = await StartAsync();
        var log = app.Services.GetRequiredService<ILoggerFactory>().CreateLogger("Test");
        var id = Guid.CreateVersion7();

        log.LogInformation("Reviewed {MemoId} in {DurationMs} ms with {InputTokens} tokens by {Model} for {Address}", id, 12.5, 800, "built-in", "ada@example.org");
        log.LogError(new InvalidOperationException("the queue is full"), "Could not take the memo");

        var lines = (await app.StopAndReadLogAsync()).Where(line => line.Contains("\"SourceContext\":\"Test\"")).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        lines[0].GetProperty("@m").GetString().ShouldBe($"Reviewed {id} in 12.5 ms with 800 tokens by built-in for a***@example.org");
        lines[0].GetProperty("@mt").GetString().ShouldBe("Reviewed {MemoId} in {DurationMs} ms with {InputTokens} tokens by {Model} for {Address}");
        lines[0].GetProperty("InputTokens").GetInt32().ShouldBe(800);
        lines[0].GetProperty("MemoId").GetString().ShouldBe(id.ToString());
        lines[0].GetProperty("Service").GetString().ShouldBe("submissions");
        lines[1].GetProperty("@l").GetString().ShouldBe("Error");
        lines[1].GetProperty("@x").GetString()!.ShouldStartWith("System.InvalidOperationException: the queue is full");
    }

    [Theory]
    [InlineData("Auth:TokenLifetime", "00:05:00")]
    [InlineData("PWD", "/srv/memocoach")]
    [InlineData("Setup:AdminPassword", "abc")]
    public void Settings_that_only_sound_like_secrets_and_very_short_ones_do_not_blot_out_words(string key, string value)
    {
        var redactor = RedactorWith(key, value);

        redactor.Redact($"It says {value} here").ShouldBe($"It says {value} here");
    }

    [Theory]
    [InlineData("Setup:AdminPassword")]
    [InlineData("Backup:Passphrase")]
    [InlineData("Backup:S3:SecretKey")]
    [InlineData("ANTHROPIC_API_KEY")]
    [InlineData("Llm:Providers:0:ApiKey")]
    public void The_value_of_a_secret_setting_is_hidden_wherever_it_turns_up(string key)
    {
        RedactorWith(key, "swordfish").Redact("It says SwordFish here").ShouldBe($"It says {Redactor.Mark} here");
    }

    [Fact]
    public async Task A_text_made_to_be_slow_is_not()
    {
        var redactor = RedactorWith("a", "b");
        string[] hostile =
        [
            string.Concat(Enumerable.Repeat("password", 20_000)),
            string.Concat(Enumerable.Repeat("a.", 50_000)) + "@",
            string.Concat(Enumerable.Repeat("-----BEGIN A-----", 6_000)),
            string.Concat(Enumerable.Repeat("\"text\":\"", 12_000)),
            "http://" + new string('a', 100_000) + ":",
            "token" + new string(' ', 100_000),
            new string('\\', 100_000) + "\"password\"",
        ];

        await Task.Run(() => hostile.Select(text => redactor.Redact(text)).ToList()).WaitAsync(TimeSpan.FromSeconds(20));
    }

    private static Redactor RedactorWith(string key, string value) =>
        new(new ConfigurationBuilder().AddInMemoryCollection([new(key, value)]).Build());

    private static Task<TestApplication> StartAsync() => TestApplication.StartAsync(settings:
    [
        $"Backup:Passphrase={Secret}",
        $"ConnectionStrings:submissions=Host=db;Password={DatabasePassword}",
        $"ConnectionStrings:messaging=amqp://guest:{BrokerPassword}@broker/",
    ]);
}
