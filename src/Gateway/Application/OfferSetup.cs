namespace MemoCoach.Gateway.Application;

/// <summary>Says whether the program still waits for its first account, and with which token it can be made.</summary>
public sealed class OfferSetup(IAccountStorage storage)
{
    /// <summary>Whether there is no account yet.</summary>
    public async Task<bool> IsOpenAsync(CancellationToken cancellationToken) =>
        !await storage.ReadAsync((accounts, token) => accounts.AnyAccountAsync(token), cancellationToken);

    /// <returns>The setup token, made on the first call; null where an account exists.</returns>
    public Task<string?> HandleAsync(CancellationToken cancellationToken) => storage.WriteAsync(
        async (accounts, token) =>
        {
            var register = await accounts.LockRegisterAsync(token);
            return await accounts.AnyAccountAsync(token) ? null : register.OfferSetup();
        },
        cancellationToken);
}
