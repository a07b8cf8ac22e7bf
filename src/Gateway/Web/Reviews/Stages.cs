using MemoCoach.Contracts;

namespace MemoCoach.Gateway.Web.Reviews;

/// <summary>The stages that an event stream names, in their order.</summary>
internal static class Stages
{
    public const string Queued = EvaluationStages.Queued;
    public const string Reading = EvaluationStages.Reading;
    public const string Reviewing = EvaluationStages.Reviewing;
    public const string Finished = EvaluationStages.Finished;

    public static string[] InOrder { get; } = [Queued, Reading, Reviewing, Finished];
}
