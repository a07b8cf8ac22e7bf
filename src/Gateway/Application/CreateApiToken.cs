using MemoCoach.Contracts;
using MemoCoach.Gateway.Domain;

namespace MemoCoach.Gateway.Application;

public sealed record CreateApiTokenCommand(Guid AccountId, DisplayName Name, DateTimeOffset? ExpiresAt, Visitor Visitor);

/// <summary>A new token; its secret exists here and in the answer to the caller, nowhere else.</summary>
public sealed record CreatedApiToken(ApiToken Token, ApiTokenSecret Secret);

/// <summary>Makes a personal API token.</summary>
public sealed class CreateApiToken(IAccountStorage storage, TimeProvider clock)
{
    /// <summary>More than anyone needs, and few enough to list on one page.</summary>
    public const int MaximumPerAccount = 50;

    /// <returns>Null where the account has <see cref="MaximumPerAccount"/> tokens already.</returns>
    public Task<CreatedApiToken?> HandleAsync(CreateApiTokenCommand command, CancellationToken cancellationToken)
    {
        var secret = ApiTokenSecret.Create();
        return storage.WriteAsync(
            async (accounts, token) =>
            {
                await accounts.LockAccountAsync(command.AccountId, token);
                if ((await accounts.ListApiTokensAsync(command.AccountId, token)).Count >= MaximumPerAccount)
                {
                    return null;
                }

                var now = clock.GetUtcMicroseconds();
                var created = ApiToken.Create(
                    Guid.CreateVersion7(now), command.AccountId, command.Name, secret, command.ExpiresAt?.TruncateToMicroseconds(), now);
                accounts.Add(created);
                accounts.Add(AuthenticationEvent.Of(
                    Guid.CreateVersion7(now), AuthenticationEventKind.TokenCreated, command.AccountId, command.Visitor, now));
                return new CreatedApiToken(created, secret);
            },
            cancellationToken);
    }
}
