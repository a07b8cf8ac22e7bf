using Microsoft.Playwright;

namespace MemoCoach.EndToEnd.Tests.Site;

/// <summary>A way to look at a page: how large, and in which colours.</summary>
public sealed record Look(string Name, (int Width, int Height) Size, ColorScheme Colours)
{
    public static IReadOnlyList<Look> All { get; } =
    [
        new("desktop-light", Visitor.Desktop, ColorScheme.Light),
        new("desktop-dark", Visitor.Desktop, ColorScheme.Dark),
        new("phone-light", Visitor.Phone, ColorScheme.Light),
        new("phone-dark", Visitor.Phone, ColorScheme.Dark),
    ];
}
