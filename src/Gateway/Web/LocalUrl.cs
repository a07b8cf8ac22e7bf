using System.Diagnostics.CodeAnalysis;

namespace MemoCoach.Gateway.Web;

/// <summary>Addresses within this site, where a page may send its reader on.</summary>
internal static class LocalUrl
{
    public const string Home = "/write";

    public static string Login(string returnUrl) => $"/login?returnUrl={Uri.EscapeDataString(returnUrl)}";

    /// <summary>The address as it was asked for if it lies within this site; else the first page.</summary>
    public static string OrHome(string? url) => IsLocal(url) ? url : Home;

    /// <summary>"//host" and "/\host" lead elsewhere, also where a browser drops a tab or a line break first.</summary>
    private static bool IsLocal([NotNullWhen(true)] string? url) =>
        url is ['/', ..]
        && url is not ['/', '/' or '\\', ..]
        && !url.Any(char.IsControl);
}
