using System.Text.RegularExpressions;
using MemoCoach.ConfigService.Domain.Documents;

namespace MemoCoach.ConfigService.Domain.Rules;

/// <summary>Rules of <c>prompt.yaml</c>: what a language model is told.</summary>
public sealed partial class PromptRules : IDocumentRules
{
    private const int LongestText = 20_000;
    private const string Memo = "memo";
    private const string Boundary = "boundary";

    private static readonly string[] Placeholders =
        ["rubric", "frameworks", "language", "scale_min", "scale_max", Boundary, "title", Memo];

    public string Name => "prompt";

    public void Check(DocumentCursor document)
    {
        if (!document.HasKeys("system", "user", "parameters"))
        {
            return;
        }

        var system = ReadTemplate(document.Require("system"));
        var user = ReadTemplate(document.Require("user"));
        if (system is not null && user is not null)
        {
            CheckPlaceholders(document, system, user);
        }

        if (document.Find("parameters") is { } parameters && parameters.HasKeys("temperature", "top_p", "max_output_tokens"))
        {
            parameters.Find("temperature")?.Number(0, 2);
            parameters.Find("top_p")?.Number(0, 1);
            parameters.Find("max_output_tokens")?.WholeNumber(256, 200_000);
        }
    }

    /// <returns>The placeholders in the order in which they stand, or null when the text cannot be read.</returns>
    private static List<string>? ReadTemplate(DocumentCursor? template)
    {
        if (template?.Text(LongestText) is not { } text)
        {
            return null;
        }

        var names = Placeholder().Matches(text).Select(match => match.Groups["name"].Value).ToList();
        foreach (var unknown in names.Distinct().Where(name => !Placeholders.Contains(name)))
        {
            template.Refuse(
                $"The placeholder '{{{{{unknown}}}}}' is not known.",
                Spelling.Suggest(unknown, Placeholders) ?? $"Known are {string.Join(", ", Placeholders)}.");
        }

        if (Placeholder().Replace(text, "") is var rest && (rest.Contains("{{", StringComparison.Ordinal) || rest.Contains("}}", StringComparison.Ordinal)))
        {
            template.Refuse("Double braces stand here that are no placeholder.", "Write {{name}}, without spaces.");
        }

        return names;
    }

    private static void CheckPlaceholders(DocumentCursor document, List<string> system, List<string> user)
    {
        foreach (var missing in Placeholders.Where(name => !system.Contains(name) && !user.Contains(name)))
        {
            document.Refuse($"The placeholder '{{{{{missing}}}}}' is missing.", "Put it where the program is to fill it in.");
        }

        if (system.Contains(Memo))
        {
            document.Find("system")!.Refuse(
                "The memo must not stand among the instructions.", "Move {{memo}} to 'user', between two {{boundary}}.");
        }

        // A memo that is not fenced could pass its own words off as instructions.
        var memo = user.IndexOf(Memo);
        if (memo >= 0 && (user.IndexOf(Boundary) is var first && (first < 0 || first > memo) || user.LastIndexOf(Boundary) < memo))
        {
            document.Find("user")!.Refuse("The memo is not fenced.", "Put {{boundary}} on a line before {{memo}} and on a line after it.");
        }
    }

    [GeneratedRegex(@"\{\{(?<name>[A-Za-z0-9_]{1,40})\}\}", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Placeholder();
}
