using BenchmarkDotNet.Attributes;
using MemoCoach.ConfigService;
using MemoCoach.Evaluation.Domain;
using MemoCoach.Evaluation.Infrastructure;

namespace MemoCoach.Benchmarks;

/// <summary>The built-in review of a memo. The product promises 20 ms for 1,000 words.</summary>
[MemoryDiagnoser]
[ShortRunJob]
public class ReviewBenchmark
{
    private readonly BuiltInEvaluator _evaluator = new();
    private readonly Rubric _rubric = RubricYaml.Parse(ShippedConfiguration.Read("rubric"), "benchmark");
    private Memo _memo = null!;

    [Params(250, 1_000, 5_000)]
    public int Words { get; set; }

    [GlobalSetup]
    public void SetUp() => _memo = new Memo("Benchmark", SampleMemo.OfWords(Words, 1), Language.English);

    [Benchmark]
    public MemoReview Review() => _evaluator.Review(_memo, _rubric);
}
