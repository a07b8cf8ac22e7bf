using System.ComponentModel.DataAnnotations;

namespace MemoCoach.Messaging.Heartbeats;

/// <summary>Settings of the section <c>Heartbeat</c>, common to all services of a process.</summary>
public sealed class HeartbeatOptions
{
    public const string Section = "Heartbeat";

    /// <summary>
    /// Time between two heartbeats of a service. Maintenance expects the same (<c>Maintenance:Heartbeats:Period</c>).
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "01:00:00")]
    public TimeSpan Period { get; set; } = TimeSpan.FromMinutes(1);
}
