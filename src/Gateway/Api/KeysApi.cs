using MemoCoach.Gateway.Application;
using Microsoft.AspNetCore.Http.HttpResults;

namespace MemoCoach.Gateway.Api;

/// <summary>A JSON Web Key Set (RFC 7517).</summary>
internal sealed record KeySetResponse(IReadOnlyList<KeyResponse> Keys);

internal sealed record KeyResponse(string Kty, string Crv, string Use, string Alg, string Kid, string X, string Y)
{
    public static KeyResponse Of(PublishedKey key) => new("EC", "P-256", "sig", "ES256", key.Id, key.X, key.Y);
}

internal static class KeysApi
{
    public static void MapKeysApi(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/.well-known/jwks.json", Publish).AllowAnonymous().WithTags("Keys");

    private static Ok<KeySetResponse> Publish(IServiceTokens tokens, HttpResponse response)
    {
        response.Headers.CacheControl = "public, max-age=60";
        return TypedResults.Ok(new KeySetResponse([.. tokens.PublishedKeys.Select(KeyResponse.Of)]));
    }
}
