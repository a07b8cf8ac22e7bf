using System.ComponentModel.DataAnnotations;

namespace MemoCoach.Evaluation;

/// <summary>Settings of the section <c>Evaluation</c>.</summary>
public sealed class EvaluationOptions
{
    public const string Section = "Evaluation";

    /// <summary>
    /// Reviews that this process makes side by side; 0 pauses evaluation, and submissions wait. The default leaves a core
    /// to those who submit.
    /// </summary>
    [Range(0, 1_000)]
    public int Workers { get; set; } = Math.Max(1, Environment.ProcessorCount - 1);

    /// <summary>Jobs that are taken at a time, so that short reviews do not wait for a transaction each.</summary>
    [Range(1, 1_000)]
    public int LeaseBatch { get; set; } = 16;

    /// <summary>How long a job belongs to a worker that says nothing; living workers renew in time.</summary>
    [Range(typeof(TimeSpan), "00:00:02", "01:00:00")]
    public TimeSpan LeaseDuration { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>Crashes in the middle of its review that a submission survives; after one more it is given up.</summary>
    [Range(0, 100)]
    public int MaxInterruptions { get; set; } = 5;

    /// <summary>How often the queue is looked at for jobs that nobody announced: those of other replicas, expired leases.</summary>
    [Range(typeof(TimeSpan), "00:00:00.050", "00:05:00")]
    public TimeSpan PollInterval { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>Submissions at the head of the queue whose writers are told their position.</summary>
    [Range(0, 10_000)]
    public int AnnouncedPositions { get; set; } = 200;
}
