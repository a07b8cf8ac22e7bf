using MemoCoach.Contracts;
using MemoCoach.Gateway.Domain;

namespace MemoCoach.Gateway.Application;

public sealed record PasswordChange(string Current, NewPassword New);

/// <summary>What someone changes about her own account; null leaves a thing as it is.</summary>
public sealed record ChangeOwnAccountCommand(Caller Caller, DisplayName? DisplayName, PasswordChange? Password, Visitor Visitor);

/// <summary>Someone changes her own name or password. A new password ends her other sessions.</summary>
public sealed class ChangeOwnAccount(IAccountStorage storage, IPasswords passwords, LockoutPolicy lockout, TimeProvider clock)
{
    /// <returns>Null where the current password is wrong (or the account locked); then nothing was changed.</returns>
    public async Task<Account?> HandleAsync(ChangeOwnAccountCommand command, CancellationToken cancellationToken)
    {
        var before = await storage.ReadAsync(
            (accounts, token) => accounts.FindAccountAsync(command.Caller.AccountId, token), cancellationToken);
        var check = command.Password is { } change ? passwords.Check(before?.PasswordHash, change.Current) : PasswordCheck.Right;
        var hash = command.Password is { New: var wanted } && check != PasswordCheck.Wrong ? passwords.Hash(wanted.Text) : null;

        // Not cancelled with the request: a stolen session must not guess the password by hanging up in time.
        return await storage.WriteAsync(
            (accounts, token) => ChangeAsync(accounts, command, before?.PasswordHash, hash, token), CancellationToken.None);
    }

    private async Task<Account?> ChangeAsync(
        IAccountUnit accounts, ChangeOwnAccountCommand command, string? checkedHash, string? newHash, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcMicroseconds();
        if (await accounts.LockAccountAsync(command.Caller.AccountId, cancellationToken) is not { } account)
        {
            return null;
        }

        if (command.Password is not null)
        {
            if (newHash is null || account.IsLockedAt(now) || account.PasswordHash != checkedHash)
            {
                account.RecordFailure(lockout, now);
                Log(AuthenticationEventKind.WrongPassword);
                return null;
            }

            account.ChangePassword(newHash);
            await accounts.RevokeSessionsAsync(account.Id, command.Caller.SessionId, now, cancellationToken);
            Log(AuthenticationEventKind.PasswordChanged);
        }

        if (command.DisplayName is { } name)
        {
            account.Rename(name);
        }

        return account;

        void Log(AuthenticationEventKind kind) =>
            accounts.Add(AuthenticationEvent.Of(Guid.CreateVersion7(now), kind, account.Id, command.Visitor, now));
    }
}
