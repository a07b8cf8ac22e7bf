namespace MemoCoach.Gateway.Web.Errors;

internal static class PageRequests
{
    /// <summary>Whether a browser asked for a page, and not a program for data.</summary>
    public static bool IsForPage(this HttpRequest request) =>
        !request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase)
        && request.GetTypedHeaders().Accept.Any(type => type.MediaType.Equals("text/html", StringComparison.OrdinalIgnoreCase));
}
