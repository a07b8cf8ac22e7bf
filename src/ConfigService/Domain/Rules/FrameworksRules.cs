using MemoCoach.ConfigService.Domain.Documents;

namespace MemoCoach.ConfigService.Domain.Rules;

/// <summary>Rules of <c>frameworks.yaml</c>: the frameworks behind the rubric, as coaches explain them.</summary>
public sealed class FrameworksRules : IDocumentRules
{
    public string Name => "frameworks";

    public void Check(DocumentCursor document)
    {
        if (!document.HasKeys("frameworks"))
        {
            return;
        }

        var ids = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var framework in document.Require("frameworks")?.Items() ?? [])
        {
            if (framework.HasKeys("id", "name", "source", "summary", "use_when", "steps", "maps"))
            {
                CheckFramework(framework, ids);
            }
        }
    }

    private static void CheckFramework(DocumentCursor framework, Dictionary<string, string> ids)
    {
        if (framework.Require("id") is { } id)
        {
            id.Unique(id.Name(), ids);
        }

        framework.Require("name")?.InEveryLanguage(100);
        framework.Require("source")?.Text(300);
        framework.Require("summary")?.InEveryLanguage();
        framework.Require("use_when")?.InEveryLanguage();
        foreach (var step in framework.Require("steps")?.Items(minimum: 1) ?? [])
        {
            step.InEveryLanguage();
        }

        foreach (var (criterion, text) in framework.Require("maps")?.Entries() ?? [])
        {
            if (!NameRules.IsKebabCase(criterion))
            {
                text.Refuse($"'{criterion}' is not the id of a criterion.", "Write an id of rubric.yaml.");
            }

            text.InEveryLanguage();
        }
    }
}
