using BenchmarkDotNet.Running;
using MemoCoach.Benchmarks;

// dotnet run -c Release --project tests/Benchmarks -- review    the built-in evaluator alone (BenchmarkDotNet)
// dotnet run -c Release --project tests/Benchmarks -- system    the published program: start, acceptance, reviews a second
switch (args.FirstOrDefault())
{
    case "review":
        BenchmarkRunner.Run<ReviewBenchmark>(args: args[1..]);
        return 0;
    case "system":
        return await SystemBenchmark.RunAsync(Console.Out, args.ElementAtOrDefault(1));
    default:
        await Console.Error.WriteLineAsync("usage: review | system [start | latency | throughput | reviews]");
        return 2;
}
