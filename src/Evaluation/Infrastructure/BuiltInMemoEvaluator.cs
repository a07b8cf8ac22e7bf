using MemoCoach.Evaluation.Application;
using MemoCoach.Evaluation.Domain;

namespace MemoCoach.Evaluation.Infrastructure;

/// <summary>The evaluator that needs nobody: no network, no key, no cost.</summary>
internal sealed class BuiltInMemoEvaluator(BuiltInEvaluator evaluator) : IMemoEvaluator
{
    private static readonly IReadOnlyDictionary<string, string> NoParameters = new Dictionary<string, string>();

    public string Name => MemoReview.BuiltIn;

    public Task<EvaluatedMemo> EvaluateAsync(Memo memo, Rubric rubric, CancellationToken cancellationToken) =>
        Task.FromResult(new EvaluatedMemo(
            evaluator.Review(memo, rubric), Name, PromptRevision: null, NoParameters, InputTokens: 0, OutputTokens: 0, CostMicros: 0));
}
