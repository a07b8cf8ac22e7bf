using System.Net;
using System.Text;
using MemoCoach.Gateway.Web.Api;

namespace MemoCoach.EndToEnd.Tests.Components;

/// <summary>Answers the pages' calls as a test has arranged it, one answer after the other for each path.</summary>
internal sealed class FakeApi : HttpMessageHandler, ICallerToken
{
    private readonly Dictionary<string, Queue<Func<HttpResponseMessage>>> _answers = [];

    public List<string> Calls { get; } = [];

    public Task<string?> IssueAsync() => Task.FromResult<string?>("token");

    public ApiClient Client() => new(new HttpClient(this) { BaseAddress = new Uri("http://gateway.test/") }, this);

    public FakeApi Answer(string call, string json, HttpStatusCode status = HttpStatusCode.OK, string type = "application/json")
    {
        Queue(call, () => new HttpResponseMessage(status) { Content = new StringContent(json, Encoding.UTF8, type) });
        return this;
    }

    public FakeApi Answer(string call, HttpStatusCode status)
    {
        Queue(call, () => new HttpResponseMessage(status));
        return this;
    }

    /// <summary>An event stream that says these things and ends.</summary>
    public FakeApi Stream(string call, params string[] events) =>
        Answer(call, "retry: 2000\n\n" + string.Concat(events.Select(data => $"event: status\ndata: {data}\n\n: still here\n\n")), type: "text/event-stream");

    public FakeApi Fail(string call)
    {
        Queue(call, () => throw new HttpRequestException("refused"));
        return this;
    }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var call = $"{request.Method} {request.RequestUri!.PathAndQuery}";
        lock (Calls)
        {
            Calls.Add(call);
        }

        request.Headers.Authorization!.ToString().ShouldBe("Bearer token");
        return Task.FromResult(_answers.TryGetValue(call, out var queue) && queue.Count > 0
            ? queue.Dequeue()()
            : new HttpResponseMessage(HttpStatusCode.NotFound));
    }

    private void Queue(string call, Func<HttpResponseMessage> answer)
    {
        if (!_answers.TryGetValue(call, out var queue))
        {
            _answers[call] = queue = new Queue<Func<HttpResponseMessage>>();
        }

        queue.Enqueue(answer);
    }
}
