using System.ComponentModel.DataAnnotations;
using MemoCoach.Maintenance.Domain;

namespace MemoCoach.Maintenance.Application;

/// <summary>Settings of the section <c>Maintenance:Heartbeats</c>.</summary>
public sealed class HeartbeatSettings : IValidatableObject
{
    public const string Section = "Maintenance:Heartbeats";

    /// <summary>How often a beat is expected; the services' <c>Heartbeat:Period</c>.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "01:00:00")]
    public TimeSpan Period { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>Silence after which a service is late. Also the time that one beat vouches for.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "03:00:00")]
    public TimeSpan LateAfter { get; set; } = TimeSpan.FromSeconds(90);

    /// <summary>Missed beats after which a service is missing.</summary>
    [Range(2, 100)]
    public int MissesUntilMissing { get; set; } = 3;

    /// <summary>How long every beat is kept; older ones become one row an hour.</summary>
    [Range(typeof(TimeSpan), "1.00:00:00", "30.00:00:00")]
    public TimeSpan KeepBeats { get; set; } = TimeSpan.FromHours(48);

    /// <summary>How long the hours are kept.</summary>
    [Range(typeof(TimeSpan), "31.00:00:00", "3650.00:00:00")]
    public TimeSpan KeepHours { get; set; } = TimeSpan.FromDays(400);

    /// <summary>How long a silent instance is shown beside living ones of its service: those that a restart replaced.</summary>
    [Range(typeof(TimeSpan), "00:05:00", "30.00:00:00")]
    public TimeSpan ShowSilentInstance { get; set; } = TimeSpan.FromHours(1);

    /// <summary>Difference between clocks that is worth a warning.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "01:00:00")]
    public TimeSpan TolerableSkew { get; set; } = TimeSpan.FromSeconds(5);

    public SilenceLimits Limits => new(Period, LateAfter, MissesUntilMissing);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (LateAfter <= Period)
        {
            yield return new ValidationResult($"{Section}:LateAfter must be longer than {Section}:Period.", [nameof(LateAfter)]);
        }

        if (LateAfter >= Limits.MissingAfter)
        {
            yield return new ValidationResult(
                $"{Section}:LateAfter must be shorter than {nameof(MissesUntilMissing)} times {nameof(Period)}.", [nameof(LateAfter)]);
        }
    }
}
