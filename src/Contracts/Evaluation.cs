namespace MemoCoach.Contracts;

/// <summary>
/// A submission was reviewed. Published by Evaluation, again whenever Submissions asks about a submission that has its
/// review already; consumed by Submissions.
/// </summary>
[RequiresConsumer]
public sealed record MemoEvaluated(
    Guid SubmissionId,
    Guid WriterId,
    string Evaluator,
    string Language,
    double OverallScore,
    double ScaleMin,
    double ScaleMax,
    IReadOnlyList<CriterionScored> Criteria,
    string RubricRevision,
    DateTimeOffset EvaluatedAt) : ISubmissionMessage;

/// <summary>The score of one criterion of a review, on the scale of its rubric.</summary>
/// <param name="Weight">Share of the overall score, in per cent.</param>
public sealed record CriterionScored(string CriterionId, string Name, double Weight, double Score);

/// <summary>A submission could not be reviewed, and no evaluator is left to try. Published by Evaluation.</summary>
/// <param name="Code">Stable machine-readable reason, for example <c>rubric-missing</c>.</param>
/// <param name="Reason">What happened, in words for the writer.</param>
[RequiresConsumer]
public sealed record EvaluationFailed(Guid SubmissionId, Guid WriterId, string Code, string Reason, DateTimeOffset FailedAt)
    : ISubmissionMessage;

/// <summary>A failed submission is being evaluated again at its writer's wish. Published by Evaluation.</summary>
[RequiresConsumer]
public sealed record EvaluationRestarted(Guid SubmissionId, Guid WriterId, DateTimeOffset RestartedAt) : ISubmissionMessage;

/// <summary>Where an evaluation stands. Heard by every instance of Submissions, for pages that follow a submission.</summary>
/// <param name="Stage">One of <see cref="EvaluationStages"/>.</param>
/// <param name="QueuePosition">Jobs ahead of this one plus one, while it waits; otherwise null.</param>
[Ephemeral]
public sealed record EvaluationProgressed(Guid SubmissionId, string Stage, int? QueuePosition, DateTimeOffset At)
    : ISubmissionMessage;

/// <summary>The stages an evaluation passes through.</summary>
public static class EvaluationStages
{
    public const string Queued = "queued";
    public const string Reading = "reading";
    public const string Reviewing = "reviewing";
    public const string Finished = "finished";
}
