using MemoCoach.Gateway.Application;
using MemoCoach.Gateway.Domain;
using MemoCoach.ServiceDefaults;

namespace MemoCoach.Gateway.Infrastructure.Keys;

internal sealed class ServiceTokens(TokenSigner signer, SigningKeyRing keys) : IServiceTokens
{
    public const string Audience = "memocoach-services";

    public IReadOnlyList<PublishedKey> PublishedKeys => [.. keys.All.Select(key => key.Published)];

    public string Issue(Caller caller) => signer.Sign(Audience, new Dictionary<string, object>
    {
        [ClaimNames.Subject] = caller.AccountId.ToString(),
        [ClaimNames.Role] = RoleNames.Of(caller.Roles),
    });
}
