using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace MemoCoach.EndToEnd.Tests.Site;

public static class Accessibility
{
    /// <summary>Runs axe on the whole page and says what it finds, where.</summary>
    public static async Task ShouldBeAccessibleAsync(this IPage page, string what)
    {
        var results = await page.RunAxe();
        var violations = results.Violations.Select(violation =>
            $"{violation.Id}: {violation.Help} at {string.Join(" | ", violation.Nodes.Select(node => $"{node.Target} {node.Html}"))}");
        violations.ShouldBeEmpty($"axe on {what}");
    }

    /// <summary>No page may be wider than its window.</summary>
    public static async Task ShouldFitAsync(this IPage page, string what)
    {
        var overflow = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        overflow.ShouldBeLessThanOrEqualTo(0, $"{what} can be scrolled sideways");
    }
}
