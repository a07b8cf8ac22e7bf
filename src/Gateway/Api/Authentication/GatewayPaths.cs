namespace MemoCoach.Gateway.Api.Authentication;

/// <summary>Tells requests for pages from requests by programs.</summary>
internal static class GatewayPaths
{
    private static readonly PathString[] ForPrograms = ["/api", "/openapi", "/.well-known", "/_blazor"];

    public static bool IsApi(HttpRequest request) => request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a person is looking, who can be sent to the login page.</summary>
    public static bool IsPage(HttpRequest request) =>
        HttpMethods.IsGet(request.Method) && !Array.Exists(ForPrograms, path => request.Path.StartsWithSegments(path, StringComparison.OrdinalIgnoreCase));
}
