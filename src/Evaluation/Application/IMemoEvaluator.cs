using MemoCoach.Evaluation.Domain;

namespace MemoCoach.Evaluation.Application;

/// <summary>Reviews memos. Behind it stand the built-in evaluator and language models.</summary>
internal interface IMemoEvaluator
{
    /// <summary>As provenance names it: <c>builtin</c> or <c>llm</c>.</summary>
    string Name { get; }

    Task<EvaluatedMemo> EvaluateAsync(Memo memo, Rubric rubric, CancellationToken cancellationToken);
}

/// <summary>A review and what it took to make it.</summary>
/// <param name="CostMicros">In millionths of the currency of the configured prices.</param>
internal sealed record EvaluatedMemo(
    MemoReview Review,
    string Model,
    string? PromptRevision,
    IReadOnlyDictionary<string, string> Parameters,
    int InputTokens,
    int OutputTokens,
    long CostMicros);

/// <summary>The rubric in force.</summary>
internal interface IActiveRubric
{
    /// <summary>Waits until ConfigService has supplied one.</summary>
    ValueTask<Rubric> GetAsync(CancellationToken cancellationToken);
}

/// <summary>Tells whoever follows a submission where its evaluation stands. Never waits and never fails.</summary>
internal interface IProgressReporter
{
    void Report(Guid submissionId, string stage, int? queuePosition = null);
}
