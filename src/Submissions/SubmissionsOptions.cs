using System.ComponentModel.DataAnnotations;
using MemoCoach.Submissions.Domain;

namespace MemoCoach.Submissions;

/// <summary>Settings of the section <c>Submissions</c>.</summary>
public sealed class SubmissionsOptions
{
    public const string Section = "Submissions";

    /// <summary>Fewest characters of a memo (UTF-16 code units, after normalisation).</summary>
    [Range(1, 10_000)]
    public int MinCharacters { get; set; } = 10;

    /// <summary>Most characters of a memo (UTF-16 code units, after normalisation).</summary>
    [Range(100, 1_000_000)]
    public int MaxCharacters { get; set; } = 50_000;

    /// <summary>Most characters of a title.</summary>
    [Range(10, 1_000)]
    public int MaxTitleCharacters { get; set; } = 200;

    /// <summary>Submissions on a page of the list where the caller names no number.</summary>
    [Range(1, 1_000)]
    public int PageSize { get; set; } = 20;

    /// <summary>Most submissions on a page of the list.</summary>
    [Range(1, 1_000)]
    public int MaxPageSize { get; set; } = 100;

    /// <summary>How long an Idempotency-Key is remembered.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "30.00:00:00")]
    public TimeSpan IdempotencyKeyLifetime { get; set; } = TimeSpan.FromHours(24);

    /// <summary>How long a submission may be without an answer before it is announced to Evaluation again.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan SilenceLimit { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>How often the reconciler looks for such submissions, beginning with the start of the service.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan ReconcileInterval { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Longest silence of an event stream before a comment line; proxies cut streams that are silent too long.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:01:30")]
    public TimeSpan EventStreamKeepAlive { get; set; } = TimeSpan.FromSeconds(15);

    internal TextLimits TextLimits => new(MinCharacters, MaxCharacters, MaxTitleCharacters);
}
