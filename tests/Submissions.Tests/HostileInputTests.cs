using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using MemoCoach.Submissions.Tests.Host;
using MemoCoach.TestKit;

namespace MemoCoach.Submissions.Tests;

/// <summary>Requests that chance made out of what hurts: none is answered by a 5xx, and the service works on.</summary>
public sealed class HostileInputTests(PostgresSubmissions host) : IClassFixture<PostgresSubmissions>
{
    private static readonly byte[][] Pieces =
    [
        .. ((string[])[
            "{", "}", "[", "]", "\"", ",", ":", "\"text\":", "\"title\":", "\"memoId\":", "\"language\":", "null", "true", "1e999", "-0", "\\u0000", "\\ud800",
            "\\udc00", "\\", "\u0000", "\u0007", "🧭", "e\u0301", "\u202E", "Long enough to be a memo. ", "00000000-0000-0000-0000-000000000000", "'; DROP TABLE \"Submissions\"; --",
            "%s%n", "../../etc/passwd", "${jndi:ldap://x}", "<script>", "__proto__", "$type", "{\"text\":\"A memo that is long enough.\"}",
        ]).Select(Encoding.UTF8.GetBytes),
        [0xFF], [0xC3, 0x28], [0xED, 0xA0, 0x80], [0xEF, 0xBB, 0xBF], [.. Enumerable.Repeat((byte)'x', 60_000)],
    ];

    private static readonly string[] Escapes =
        ["\\u0000", "\\u0001", "\\u001b", "\\u0085", "\\ud83e\\udded", "\\uffff", "\\n", "\\t", "\\\\", "\\\"", "'", "%", "🧭", "e\u0301", "\u202E", "\u2028", "\uFEFF", " words "];

    private static readonly string[] Methods = ["GET", "POST", "POST", "POST", "POST", "DELETE", "PUT", "PATCH", "HEAD", "OPTIONS", "TRACE", "M\u00d6P"];

    private static readonly string[] Paths =
    [
        "", "", "", "", "/", "/x", "/%00", "/..%2f..", "/00000000-0000-0000-0000-000000000000", "/00000000-0000-0000-0000-000000000000/events", "?limit=%00", "?limit=-9999999999",
        "?cursor=%ff%fe", "?cursor=AAAAAAAAAAAAAAAAAAAAAA", "?cursor=_____________________w", "?memoId=%00", "?memoId=&memoId=", "?limit=1&limit=2", "?%00=%00", "?limit=1e3",
    ];

    private static readonly string[] ContentTypes =
        ["application/json", "application/json", "application/json", "application/json; charset=utf-16", "application/json; charset=nonsense", "text/json", "*/*", "", "application/problem+json"];

    [Fact]
    public async Task No_request_is_answered_by_a_server_error()
    {
        var writer = Guid.CreateVersion7();
        var answers = new Dictionary<int, int>();
        for (var seed = 0; seed < Soak.Count(300, 10_000); seed++)
        {
            var request = RandomRequest(new Random(seed), writer);

            var status = await SendAsync(request);

            status.ShouldBeInRange(200, 499, $"seed {seed}: {Encoding.Latin1.GetString(request.AsSpan(0, Math.Min(request.Length, 600)))}");
            answers[status] = answers.GetValueOrDefault(status) + 1;
        }

        answers.Count.ShouldBeGreaterThan(3, "chance made requests of one kind only");
        using var client = host.ClientOf(writer);
        (await client.SubmitAsync(new { text = SubmissionsClient.Text })).StatusCode.ShouldBe(HttpStatusCode.Accepted);
    }

    private static byte[] RandomRequest(Random random, Guid writer)
    {
        var body = random.Next(2) == 0
            ? [.. Enumerable.Range(0, random.Next(0, 12)).SelectMany(_ => Pick(random, Pieces))]
            : WellFormed(random);
        var head = new StringBuilder()
            .Append(CultureInfo.InvariantCulture, $"{Pick(random, Methods)} /{SubmissionsClient.Path}{Pick(random, Paths)} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n")
            .Append(CultureInfo.InvariantCulture, $"{HeaderAuthentication.Account}: {writer}\r\n{HeaderAuthentication.Role}: writer\r\n")
            .Append(CultureInfo.InvariantCulture, $"Content-Type: {Pick(random, ContentTypes)}\r\n");
        if (random.Next(3) == 0)
        {
            head.Append("Idempotency-Key: ").Append(Pick(random, "a", "\u00fc", new string('k', 300), "\t", "a\u0001b", "")).Append("\r\n");
        }

        // Now and then a length that is a lie.
        var length = random.Next(20) == 0 ? Pick(random, "-1", "99999999999999999999", "x", "1") : body.Length.ToString(CultureInfo.InvariantCulture);
        head.Append(CultureInfo.InvariantCulture, $"Content-Length: {length}\r\n\r\n");
        return [.. Encoding.Latin1.GetBytes(head.ToString()), .. body];
    }

    /// <summary>A body that gets past the parser, with values that hurt.</summary>
    private static byte[] WellFormed(Random random)
    {
        string Value() => Pick(random, "null", "7", "[]", "\"00000000-0000-0000-0000-000000000000\"", $"\"{Text()}\"", $"\"{Text()}\"", $"\"{Text()}\"");
        string Text() => "Long enough " + string.Concat(Enumerable.Range(0, random.Next(0, 6)).Select(_ => Pick(random, Escapes)));
        var title = random.Next(2) == 0 ? $",\"title\":{Value()}" : "";
        var rest = random.Next(4) == 0 ? $",\"language\":{Value()},\"memoId\":{Value()}" : "";
        return Encoding.UTF8.GetBytes($"{{\"text\":\"{Text()}\"{title}{rest}}}");
    }

    /// <summary>Sends bytes as they are, past everything that a well-behaved client would refuse to send.</summary>
    private async Task<int> SendAsync(byte[] request)
    {
        using var timeout = new CancellationTokenSource(SubmissionsHost.Limit);
        using var client = new TcpClient();
        await client.ConnectAsync(host.Address.Host, host.Address.Port, timeout.Token);
        await using var stream = client.GetStream();
        var answer = new byte[12];
        try
        {
            await stream.WriteAsync(request, timeout.Token);
        }
        catch (IOException)
        {
            // The server may answer and close before it has read a body that it refuses; its answer is still to be read.
        }

        await stream.ReadExactlyAsync(answer, timeout.Token);
        return int.Parse(Encoding.ASCII.GetString(answer)["HTTP/1.1 ".Length..], CultureInfo.InvariantCulture);
    }

    private static T Pick<T>(Random random, params T[] choices) => choices[random.Next(choices.Length)];
}
