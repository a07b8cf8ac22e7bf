using MemoCoach.ConfigService.Domain.Documents;

namespace MemoCoach.ConfigService.Domain.Rules;

/// <summary>Rules of <c>maintenance.yaml</c>: the schedule of the maintenance programme.</summary>
public sealed class MaintenanceRules(ICronSyntax cron) : IDocumentRules
{
    private static readonly string[] Jobs =
    [
        "health-digest", "log-review", "temp-cleanup", "log-archive", "retention", "backup",
        "performance-review", "vacuum", "backup-verification",
        "dependency-review", "security-scan", "integrity-check", "capacity-review", "authentication-review",
        "restore-drill", "architecture-assessment", "roadmap-alignment",
    ];

    public string Name => "maintenance";

    public void Check(DocumentCursor document)
    {
        if (!document.HasKeys("timeZone", "jobs"))
        {
            return;
        }

        if (document.Require("timeZone") is { } timeZone)
        {
            CheckTimeZone(timeZone);
        }

        var seen = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var job in document.Require("jobs")?.Items() ?? [])
        {
            CheckJob(job, seen);
        }
    }

    private void CheckJob(DocumentCursor job, Dictionary<string, string> seen)
    {
        if (!job.HasKeys("name", "description", "cron", "timeout", "jitter", "owner", "runbook", "enabled"))
        {
            return;
        }

        if (job.Require("name") is { } name)
        {
            name.Unique(name.OneOf(Jobs), seen);
        }

        job.Require("description")?.Text(300);
        if (job.Require("cron") is { } schedule && schedule.Text(100) is { } expression && !cron.IsValid(expression))
        {
            schedule.Refuse(
                $"'{expression}' is not a cron expression.",
                "Write five fields: minute, hour, day of month, month, day of week; for example \"30 3 * * *\".");
        }

        job.Require("timeout")?.Duration(TimeSpan.FromSeconds(10), TimeSpan.FromDays(90));
        job.Find("jitter")?.Duration(TimeSpan.Zero, TimeSpan.FromHours(6));
        job.Require("owner")?.OneOf("operator", "admin");
        job.Find("runbook")?.Text(300);
        job.Find("enabled")?.TruthValue();
    }

    private static void CheckTimeZone(DocumentCursor timeZone)
    {
        if (timeZone.Text(100) is { } id && !TimeZoneInfo.TryFindSystemTimeZoneById(id, out _))
        {
            timeZone.Refuse($"There is no time zone '{id}'.", "Write a name of the tz database, such as Europe/Madrid or Etc/UTC.");
        }
    }
}
