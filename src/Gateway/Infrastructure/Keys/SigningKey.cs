using System.Security.Cryptography;
using System.Text;
using MemoCoach.Gateway.Application;
using Microsoft.IdentityModel.Tokens;

namespace MemoCoach.Gateway.Infrastructure.Keys;

/// <summary>A key pair on the curve P-256 that signs tokens with ES256.</summary>
internal sealed class SigningKey
{
    private SigningKey(ECDsa pair, DateTimeOffset createdAt)
    {
        CreatedAt = createdAt;
        Published = Publish(pair);
        Credentials = new SigningCredentials(new ECDsaSecurityKey(pair) { KeyId = Published.Id }, SecurityAlgorithms.EcdsaSha256);
    }

    public DateTimeOffset CreatedAt { get; }

    public string Id => Published.Id;

    public SigningCredentials Credentials { get; }

    /// <summary>The public half only, as it is published.</summary>
    public PublishedKey Published { get; }

    /// <returns>The key, and the PEM that keeps it.</returns>
    public static (SigningKey Key, string Pem) Create(DateTimeOffset now)
    {
        var pair = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return (new SigningKey(pair, now), pair.ExportPkcs8PrivateKeyPem());
    }

    public static SigningKey Read(string pem, DateTimeOffset createdAt)
    {
        var pair = ECDsa.Create();
        pair.ImportFromPem(pem);
        return new SigningKey(pair, createdAt);
    }

    private static PublishedKey Publish(ECDsa pair)
    {
        var point = pair.ExportParameters(includePrivateParameters: false).Q;
        var x = Base64UrlEncoder.Encode(point.X!);
        var y = Base64UrlEncoder.Encode(point.Y!);

        // RFC 7638: the hash of the required members, in this order, is a name that every replica computes alike.
        var thumbprint = SHA256.HashData(Encoding.ASCII.GetBytes($$"""{"crv":"P-256","kty":"EC","x":"{{x}}","y":"{{y}}"}"""));
        return new PublishedKey(Base64UrlEncoder.Encode(thumbprint), x, y);
    }
}
