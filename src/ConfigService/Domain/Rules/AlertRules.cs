using MemoCoach.ConfigService.Domain.Documents;

namespace MemoCoach.ConfigService.Domain.Rules;

/// <summary>Rules of <c>alerts.yaml</c>: what deserves a person's attention.</summary>
public sealed class AlertRules : IDocumentRules
{
    public string Name => "alerts";

    public void Check(DocumentCursor document)
    {
        if (!document.HasKeys("rules"))
        {
            return;
        }

        var seen = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var rule in document.Require("rules")?.Items() ?? [])
        {
            if (!rule.HasKeys("name", "severity", "summary", "after", "repeat", "runbook", "enabled"))
            {
                continue;
            }

            if (rule.Require("name") is { } name)
            {
                name.Unique(name.Name(), seen);
            }

            rule.Require("severity")?.OneOf("critical", "warning", "info");
            rule.Require("summary")?.Text(300);
            rule.Require("after")?.Duration(TimeSpan.Zero, TimeSpan.FromDays(30));
            rule.Require("repeat")?.Duration(TimeSpan.FromMinutes(1), TimeSpan.FromDays(30));
            rule.Find("runbook")?.Text(300);
            rule.Find("enabled")?.TruthValue();
        }
    }
}
