using MemoCoach.Gateway.Domain;
using Microsoft.Net.Http.Headers;

namespace MemoCoach.Gateway.Api.Authentication;

/// <summary>The ways in.</summary>
internal static class GatewaySchemes
{
    /// <summary>Looks at the request and hands it to one of the others.</summary>
    public const string Default = "memocoach";

    /// <summary>Browsers: a cookie that stands for a session.</summary>
    public const string Session = "memocoach-session";

    /// <summary>Scripts: a personal API token.</summary>
    public const string ApiToken = "memocoach-api-token";

    /// <summary>The web UI's own calls: a token that the gateway has signed.</summary>
    public const string Circuit = "memocoach-circuit";

    private const string Bearer = "Bearer ";

    /// <summary>A bearer token wins over a cookie, also when it is wrong: who sends one wants it to count.</summary>
    public static string Choose(HttpContext context) => ReadBearer(context.Request) switch
    {
        null => Session,
        var token when token.StartsWith(ApiTokenSecret.Marker, StringComparison.Ordinal) => ApiToken,
        _ => Circuit,
    };

    public static string? ReadBearer(HttpRequest request)
    {
        var header = request.Headers[HeaderNames.Authorization].ToString();
        return header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) ? header[Bearer.Length..].Trim() : null;
    }
}
