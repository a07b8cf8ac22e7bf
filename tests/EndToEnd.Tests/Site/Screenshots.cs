using MemoCoach.TestKit;
using Microsoft.Playwright;

namespace MemoCoach.EndToEnd.Tests.Site;

/// <summary>Pictures of the pages for people to look at, in <c>artifacts/screenshots</c>.</summary>
public static class Screenshots
{
    public static Task TakeAsync(this IPage page, string name) => page.ScreenshotAsync(new PageScreenshotOptions
    {
        Path = RepositoryRoot.Combine("artifacts", "screenshots", $"{name}.png"),
        FullPage = true,
    });
}
