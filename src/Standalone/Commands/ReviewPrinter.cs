using System.Globalization;
using MemoCoach.Evaluation.Application;
using Spectre.Console;

namespace MemoCoach.Standalone.Commands;

/// <summary>Prints a review for people: colours and bars on a terminal, plain text in a pipe.</summary>
internal static class ReviewPrinter
{
    private const int BarLength = 20;

    /// <summary>Lines are not broken for programs and files.</summary>
    private const int UnlimitedWidth = 100_000;

    public static void Print(ReviewDocument review, string text)
    {
        if (Console.IsOutputRedirected)
        {
            AnsiConsole.Profile.Width = UnlimitedWidth;
        }

        var overall = review.Overall;
        Line($"[bold]{Number(overall.Score)}[/] / {overall.Max}");
        if (review.Notice is { Length: > 0 } notice)
        {
            Line($"[grey]{notice}[/]");
        }

        AnsiConsole.WriteLine();
        PrintCriteria(review);
        PrintList("Strengths", review.Strengths.Select(strength => strength.Text));
        PrintList("Opportunities", review.Opportunities.Select(opportunity => $"{opportunity.Text} {opportunity.Action}"));
        PrintFindings(review, text);
    }

    private static void PrintCriteria(ReviewDocument review)
    {
        var span = review.Overall.Max - review.Overall.Min;
        foreach (var criterion in review.Criteria)
        {
            var filled = (int)Math.Round((criterion.Score - review.Overall.Min) / span * BarLength);
            Line(
                $"[bold]{criterion.Name}[/]  {new string('█', filled)}{new string('░', BarLength - filled)}  {Number(criterion.Score)}");
            Line($"  {criterion.Justification}");
        }

        AnsiConsole.WriteLine();
    }

    private static void PrintList(string title, IEnumerable<string> items)
    {
        Line($"[bold]{title}[/]");
        foreach (var item in items)
        {
            Line($"  • {item}");
        }

        AnsiConsole.WriteLine();
    }

    private static void PrintFindings(ReviewDocument review, string text)
    {
        foreach (var finding in review.Findings)
        {
            var line = text.AsSpan(0, finding.Start).Count('\n') + 1;
            Line($"[bold]{finding.CriterionId}[/], line {line} ({finding.Severity})");
            Line($"  [italic]“{finding.Quote}”[/]");
            Line($"  {finding.Comment}");
            foreach (var advice in finding.Questions.Concat(finding.Suggestions))
            {
                Line($"  → {advice}");
            }

            AnsiConsole.WriteLine();
        }
    }

    /// <summary>Markup with its values escaped; numbers are formatted before they come here.</summary>
    private static void Line(FormattableString markup) => AnsiConsole.MarkupLineInterpolated(CultureInfo.InvariantCulture, markup);

    private static string Number(double score) => score.ToString("0.0#", CultureInfo.InvariantCulture);
}
