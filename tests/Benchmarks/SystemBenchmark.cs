using System.Diagnostics;
using System.Globalization;

namespace MemoCoach.Benchmarks;

/// <summary>Measures the published program from outside, on this machine, load generator included.</summary>
internal static class SystemBenchmark
{
    private const int Words = 250;
    private const int Users = 100;
    private const int Rate = 200;
    private const int Callers = 20;
    private static readonly TimeSpan LoadDuration = TimeSpan.FromSeconds(20);

    /// <summary>Long enough for the just-in-time compiler to be done with the hot paths.</summary>
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(15);
    private static readonly byte[][] Bodies = SampleMemo.Bodies(500, Words);

    /// <param name="only">start, latency, throughput or reviews; null for all of them.</param>
    public static async Task<int> RunAsync(TextWriter output, string? only)
    {
        await output.WriteLineAsync($"| measured {DateTime.UtcNow:yyyy-MM-dd}, {Environment.ProcessorCount} cores | result |");
        await output.WriteLineAsync("|---|---|");
        (string Name, Func<TextWriter, Task> Measure)[] parts =
        [
            ("start", MeasureStartAsync),
            ("latency", MeasureAcceptanceLatencyAsync),
            ("throughput", MeasureAcceptanceThroughputAsync),
            ("reviews", MeasureReviewsAsync),
        ];
        foreach (var (_, measure) in parts.Where(part => only is null || part.Name == only))
        {
            await measure(output);
        }

        return 0;
    }

    private static async Task MeasureStartAsync(TextWriter output)
    {
        await using (await RunningProduct.StartAsync())
        {
            // The first start of a machine also reads the program from disk.
        }

        await using var product = await RunningProduct.StartAsync();
        await Task.Delay(TimeSpan.FromSeconds(15));
        await ReportAsync(output, "start of the process to first 200 on /health", $"{product.StartDuration.TotalSeconds:0.00} s");
        await ReportAsync(output, "idle memory 15 s after the start (resident)", $"{product.ResidentBytes / 1024 / 1024} MB");
    }

    /// <summary>Open loop: a request begins when its time has come, whether or not the others are done.</summary>
    private static async Task MeasureAcceptanceLatencyAsync(TextWriter output)
    {
        await using var product = await RunningProduct.StartAsync(("Evaluation__Workers", "1"));
        await LoadAsync(product, WarmUp, new Latencies());
        var latencies = new Latencies();
        await LoadAsync(product, LoadDuration, latencies);
        await ReportAsync(output, $"durable 202, {Rate}/s from {Users} users, one evaluation worker", latencies.ToString());
    }

    private static async Task LoadAsync(RunningProduct product, TimeSpan duration, Latencies latencies)
    {
        using var users = new SemaphoreSlim(Users);
        var calls = new List<Task>();
        var startedAt = Stopwatch.GetTimestamp();
        for (var i = 0; Stopwatch.GetElapsedTime(startedAt) < duration; i++)
        {
            var due = TimeSpan.FromSeconds((double)i / Rate);
            var wait = due - Stopwatch.GetElapsedTime(startedAt);
            if (wait > TimeSpan.Zero)
            {
                await Task.Delay(wait);
            }

            var body = Bodies[i % Bodies.Length];
            calls.Add(CallAsync(Stopwatch.GetTimestamp()));

            async Task CallAsync(long dueAt)
            {
                await users.WaitAsync();
                try
                {
                    await product.SubmitAsync(body);
                    latencies.Add(Stopwatch.GetElapsedTime(dueAt));
                }
                finally
                {
                    users.Release();
                }
            }
        }

        await Task.WhenAll(calls);
    }

    private static async Task MeasureAcceptanceThroughputAsync(TextWriter output)
    {
        var raw = RawSqlite.Measure(transactions: 3_000, Words);
        await using var product = await RunningProduct.StartAsync(("Evaluation__Workers", "0"));
        await SubmitAllAsync(product, 15_000, wait: false);
        var rate = await SubmitAllAsync(product, 10_000, wait: false);
        await ReportAsync(output, "bare Microsoft.Data.Sqlite, one transaction a memo", $"{raw:0}/s");
        await ReportAsync(output, $"durable 202, {Users} users at full speed, evaluation paused", $"{rate:0}/s, {rate / raw:0.00} of bare SQLite");
    }

    private static async Task MeasureReviewsAsync(TextWriter output)
    {
        await using var product = await RunningProduct.StartAsync(("Evaluation__Workers", "2"));
        await SubmitAllAsync(product, 4_000, wait: true);
        var rate = await SubmitAllAsync(product, 5_000, wait: true);
        await ReportAsync(output, $"reviews a second, {Callers} callers that each wait for their review, {Words} words", $"{rate:0}/s");
    }

    /// <returns>Submissions a second, with their reviews where these are waited for.</returns>
    private static async Task<double> SubmitAllAsync(RunningProduct product, int count, bool wait)
    {
        var startedAt = Stopwatch.GetTimestamp();
        await Parallel.ForEachAsync(
            Enumerable.Range(0, count),
            new ParallelOptions { MaxDegreeOfParallelism = wait ? Callers : Users },
            async (i, _) =>
            {
                var submission = await product.SubmitAsync(Bodies[i % Bodies.Length]);
                if (wait)
                {
                    await product.WaitForReviewAsync(submission);
                }
            });
        return count / Stopwatch.GetElapsedTime(startedAt).TotalSeconds;
    }

    private static Task ReportAsync(TextWriter output, string what, FormattableString result) =>
        ReportAsync(output, what, result.ToString(CultureInfo.InvariantCulture));

    private static Task ReportAsync(TextWriter output, string what, string result) => output.WriteLineAsync($"| {what} | {result} |");
}
