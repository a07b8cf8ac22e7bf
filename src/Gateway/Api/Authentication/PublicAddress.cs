namespace MemoCoach.Gateway.Api.Authentication;

/// <summary>The address that people type; null where nobody has said.</summary>
internal sealed record PublicAddress(Uri? Url)
{
    public bool IsHttps => Url?.Scheme == Uri.UriSchemeHttps;
}
