using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using MemoCoach.Contracts;
using MemoCoach.Submissions.Application;
using MemoCoach.Submissions.Tests.Host;

namespace MemoCoach.Submissions.Tests;

/// <summary>A page follows a submission.</summary>
public sealed class EventStreamTests
{
    [Fact]
    public async Task A_stream_begins_with_the_database_tells_the_progress_and_ends_with_the_answer()
    {
        await using var host = await StartAsync();
        var writer = Guid.CreateVersion7();
        using var client = host.ClientOf(writer);
        var id = (await client.SubmittedAsync()).Id();
        using var stream = await EventStream.OpenAsync(client, id);

        var first = await stream.NextStatusAsync();
        first.Field("status").ShouldBe("queued");
        first.Field("stage").ShouldBe("queued");
        await host.TellAsync(new EvaluationProgressed(id, EvaluationStages.Queued, 3, DateTimeOffset.UtcNow));
        (await stream.NextStatusAsync())["queuePosition"]!.GetValue<int>().ShouldBe(3);
        await host.TellAsync(new EvaluationProgressed(id, EvaluationStages.Reviewing, null, DateTimeOffset.UtcNow));
        var reviewing = await stream.NextStatusAsync();
        reviewing.Field("status").ShouldBe("evaluating");
        reviewing["queuePosition"].ShouldBeNull();
        (await client.FindAsync(id)).Field("status").ShouldBe("evaluating");
        await host.TellAsync(new EvaluationProgressed(id, EvaluationStages.Finished, null, DateTimeOffset.UtcNow));
        await host.DeliverAsync(SubmissionsHost.Evaluated(id, writer));

        var last = await stream.NextStatusAsync();
        last.Field("status").ShouldBe("completed");
        last.Field("stage").ShouldBe("finished");
        last["overallScore"]!.GetValue<double>().ShouldBe(3.5);
        (await stream.NextLineAsync()).ShouldBeNull();
    }

    [Fact]
    public async Task A_stream_of_a_submission_that_has_its_answer_says_it_and_ends()
    {
        await using var host = await StartAsync();
        var writer = Guid.CreateVersion7();
        using var client = host.ClientOf(writer);
        var id = (await client.SubmittedAsync()).Id();
        await host.DeliverAsync(SubmissionsHost.Evaluated(id, writer));

        using var stream = await EventStream.OpenAsync(client, id);

        (await stream.NextStatusAsync()).Field("status").ShouldBe("completed");
        (await stream.NextLineAsync()).ShouldBeNull();
    }

    [Fact]
    public async Task A_silent_stream_says_a_comment_also_when_the_result_is_late()
    {
        await using var host = await StartAsync();
        using var client = host.ClientOf(Guid.CreateVersion7());
        var id = (await client.SubmittedAsync()).Id();
        using var stream = await EventStream.OpenAsync(client, id);
        await stream.NextStatusAsync();

        (await stream.NextLineAsync()).ShouldBe(": still here");
        await host.TellAsync(new EvaluationProgressed(id, EvaluationStages.Finished, null, DateTimeOffset.UtcNow));
        await stream.NextStatusAsync();
        (await stream.NextLineAsync()).ShouldBe(": still here");
    }

    [Fact]
    public async Task A_stream_of_a_submission_that_is_deleted_says_so_and_ends()
    {
        await using var host = await StartAsync();
        using var client = host.ClientOf(Guid.CreateVersion7());
        var id = (await client.SubmittedAsync()).Id();
        using var stream = await EventStream.OpenAsync(client, id);
        await stream.NextStatusAsync();

        await client.DeleteAsync($"{SubmissionsClient.Path}/{id}");

        (await stream.NextLineAsync(comments: false)).ShouldBe("event: deleted");
        (await stream.NextLineAsync()).ShouldBe("data: {}");
        (await stream.NextLineAsync()).ShouldBeNull();
    }

    [Fact]
    public async Task A_shutdown_ends_streams_in_order_and_at_once()
    {
        var host = await StartAsync();
        using var client = host.ClientOf(Guid.CreateVersion7());
        var id = (await client.SubmittedAsync()).Id();
        using var stream = await EventStream.OpenAsync(client, id);
        await stream.NextStatusAsync();

        var stopping = host.StopAsync();

        (await stream.NextLineAsync(comments: false)).ShouldBeNull(); // A cut connection would throw.
        await stopping.WaitAsync(TimeSpan.FromSeconds(20));
        await host.DisposeAsync();
    }

    [Fact]
    public async Task Every_follower_is_told_while_others_come_and_go()
    {
        var changes = new SubmissionChanges(TimeProvider.System);
        var id = Guid.CreateVersion7();
        using var enough = new CancellationTokenSource();
        var comingAndGoing = Enumerable.Range(0, 3).Select(_ => Task.Run(() =>
        {
            while (!enough.IsCancellationRequested)
            {
                changes.Follow(id).Dispose();
            }
        })).ToList();

        try
        {
            for (var round = 0; round < 20_000; round++)
            {
                using var follower = changes.Follow(id);
                changes.Announce(id);
                follower.WaitAsync(CancellationToken.None).AsTask().IsCompleted.ShouldBeTrue($"round {round}");
            }
        }
        finally
        {
            await enough.CancelAsync();
            await Task.WhenAll(comingAndGoing);
        }
    }

    private static async Task<SqliteSubmissions> StartAsync()
    {
        var host = new SqliteSubmissions();
        await host.InitializeAsync();
        return host;
    }

    /// <summary>The lines of one stream, as a browser reads them.</summary>
    private sealed class EventStream(HttpResponseMessage response, StreamReader reader) : IDisposable
    {
        public static async Task<EventStream> OpenAsync(HttpClient client, Guid id)
        {
            var response = await client.GetAsync($"{SubmissionsClient.Path}/{id}/events", HttpCompletionOption.ResponseHeadersRead);
            response.EnsureSuccessStatusCode();
            response.Content.Headers.ContentType.ShouldBe(new MediaTypeHeaderValue("text/event-stream"));
            var stream = new EventStream(response, new StreamReader(await response.Content.ReadAsStreamAsync()));
            (await stream.NextLineAsync())!.ShouldStartWith("retry: ");
            return stream;
        }

        /// <summary>The next line that is not empty; null at the end.</summary>
        public async Task<string?> NextLineAsync(bool comments = true)
        {
            while (true)
            {
                var line = await reader.ReadLineAsync().WaitAsync(SubmissionsHost.Limit);
                if (line is null || (line.Length > 0 && (comments || line[0] != ':')))
                {
                    return line;
                }
            }
        }

        public async Task<JsonObject> NextStatusAsync()
        {
            (await NextLineAsync(comments: false)).ShouldBe("event: status");
            var data = (await NextLineAsync())!;
            data.ShouldStartWith("data: ");
            return JsonNode.Parse(data["data: ".Length..])!.AsObject();
        }

        public void Dispose()
        {
            reader.Dispose();
            response.Dispose();
        }
    }
}
