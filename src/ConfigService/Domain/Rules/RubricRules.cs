using System.Globalization;
using MemoCoach.ConfigService.Domain.Documents;

namespace MemoCoach.ConfigService.Domain.Rules;

/// <summary>Rules of <c>rubric.yaml</c>: what memos are read against.</summary>
public sealed class RubricRules : IDocumentRules
{
    private const int HighestScore = 100;

    public string Name => "rubric";

    public void Check(DocumentCursor document)
    {
        if (!document.HasKeys("id", "scale", "criteria"))
        {
            return;
        }

        document.Require("id")?.Name();
        var scale = document.Require("scale") is { } node ? ReadScale(node) : null;
        if (document.Require("criteria") is { } criteria)
        {
            CheckCriteria(criteria, scale);
        }
    }

    private static (int Min, int Max)? ReadScale(DocumentCursor scale)
    {
        if (!scale.HasKeys("min", "max"))
        {
            return null;
        }

        var min = scale.Require("min")?.WholeNumber(0, HighestScore);
        var max = scale.Require("max")?.WholeNumber(0, HighestScore);
        if (max <= min)
        {
            scale.Refuse("The highest score must be above the lowest.", "A scale from 1 to 5 is common.");
            return null;
        }

        return min is null || max is null ? null : (min.Value, max.Value);
    }

    private static void CheckCriteria(DocumentCursor criteria, (int Min, int Max)? scale)
    {
        var ids = new Dictionary<string, string>(StringComparer.Ordinal);
        var weights = new List<decimal?>();
        foreach (var criterion in criteria.Items(minimum: 1))
        {
            if (!criterion.HasKeys("id", "weight", "name", "description", "guidance"))
            {
                continue;
            }

            if (criterion.Require("id") is { } id)
            {
                id.Unique(id.Name(), ids);
            }

            weights.Add(ReadWeight(criterion.Require("weight")));
            criterion.Require("name")?.InEveryLanguage(100);
            criterion.Require("description")?.InEveryLanguage();
            if (criterion.Require("guidance") is { } guidance)
            {
                CheckGuidance(guidance, scale);
            }
        }

        var sum = weights.Sum();
        if (weights.Count > 0 && !weights.Contains(null) && sum != 100)
        {
            criteria.Refuse(
                string.Create(CultureInfo.InvariantCulture, $"The weights sum to {sum}, not 100."),
                string.Create(CultureInfo.InvariantCulture, $"{(sum < 100 ? "Add" : "Take away")} {Math.Abs(100 - sum!.Value)} in all."));
        }
    }

    private static decimal? ReadWeight(DocumentCursor? weight)
    {
        var value = weight?.Number(0, 100);
        if (value == 0)
        {
            weight!.Refuse("A criterion that weighs nothing changes nothing.", "Give it a weight above 0, or remove it.");
            return null;
        }

        return value;
    }

    private static void CheckGuidance(DocumentCursor guidance, (int Min, int Max)? scale)
    {
        var missing = scale is { } range ? Enumerable.Range(range.Min, range.Max - range.Min + 1).ToHashSet() : [];
        foreach (var (key, text) in guidance.Entries())
        {
            if (!int.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var score) || (scale is not null && !missing.Remove(score)))
            {
                text.Refuse(scale is { } known ? $"'{key}' is not a score from {known.Min} to {known.Max}." : $"'{key}' is not a score.");
                continue;
            }

            text.InEveryLanguage();
        }

        foreach (var score in missing.Order())
        {
            guidance.Refuse($"There is no guidance for the score {score}.", "Say what a memo looks like that earns it.");
        }
    }
}
