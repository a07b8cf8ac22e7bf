using MemoCoach.Gateway.Api.Authentication;
using Microsoft.Net.Http.Headers;

namespace MemoCoach.Gateway.Api.Protection;

/// <summary>
/// Tells browsers what our pages may do: load from here only, be framed nowhere. MudBlazor needs inline styles and
/// pictures in data URLs; Blazor's circuit needs a web socket to this host.
/// </summary>
internal sealed class SecurityHeaders(RequestDelegate next, PublicAddress address)
{
    private const string Policy =
        "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; "
        + "object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'; ";

    private const string OneYear = "max-age=31536000";

    public Task InvokeAsync(HttpContext context)
    {
        // At the last moment: who answers an exception clears the headers first.
        context.Response.OnStarting(() =>
        {
            Apply(context);
            return Task.CompletedTask;
        });
        return next(context);
    }

    private void Apply(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers[HeaderNames.ContentSecurityPolicy] = Policy + ConnectSource(address.Url?.Authority ?? context.Request.Host.Value);
        headers[HeaderNames.XContentTypeOptions] = "nosniff";
        headers[HeaderNames.XFrameOptions] = "DENY";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=(), payment=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        if (address.IsHttps)
        {
            headers[HeaderNames.StrictTransportSecurity] = OneYear;
        }

        if (GatewayPaths.IsApi(context.Request) && headers.CacheControl.Count == 0)
        {
            headers.CacheControl = "no-store";
        }
    }

    /// <summary>'self' covers web sockets in current browsers only, so they are named for the others.</summary>
    internal static string ConnectSource(string? host) =>
        IsPlain(host) ? $"connect-src 'self' ws://{host} wss://{host}" : "connect-src 'self'";

    /// <summary>The Host header is the caller's, and must not add a directive of its own.</summary>
    private static bool IsPlain(string? host) =>
        !string.IsNullOrEmpty(host) && host.All(character => char.IsAsciiLetterOrDigit(character) || character is '.' or '-' or ':' or '[' or ']');
}
