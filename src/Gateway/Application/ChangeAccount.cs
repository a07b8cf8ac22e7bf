using MemoCoach.Contracts;
using MemoCoach.Gateway.Domain;

namespace MemoCoach.Gateway.Application;

/// <summary>What an admin changes about an account; null leaves a thing as it is.</summary>
public sealed record ChangeAccountCommand(
    Guid AccountId, DisplayName? DisplayName, AccountRoles? Roles, bool? Disabled, NewPassword? Password, Visitor Visitor);

public abstract record ChangeAccountOutcome
{
    public sealed record Changed(Account Account) : ChangeAccountOutcome;

    public sealed record NotFound : ChangeAccountOutcome;

    /// <summary>The change would leave nobody who can administer accounts.</summary>
    public sealed record LastAdmin : ChangeAccountOutcome;
}

/// <summary>An admin changes an account. Someone who is disabled or given a new password is signed out everywhere.</summary>
public sealed class ChangeAccount(IAccountStorage storage, IPasswords passwords, TimeProvider clock)
{
    public Task<ChangeAccountOutcome> HandleAsync(ChangeAccountCommand command, CancellationToken cancellationToken)
    {
        var hash = command.Password is { } password ? passwords.Hash(password.Text) : null;
        return storage.WriteAsync((accounts, token) => ChangeAsync(accounts, command, hash, token), cancellationToken);
    }

    private async Task<ChangeAccountOutcome> ChangeAsync(
        IAccountUnit accounts, ChangeAccountCommand command, string? hash, CancellationToken cancellationToken)
    {
        // Two admins who demote each other at the same moment: the second sees what the first has done.
        await accounts.LockRegisterAsync(cancellationToken);
        if (await accounts.LockAccountAsync(command.AccountId, cancellationToken) is not { } account)
        {
            return new ChangeAccountOutcome.NotFound();
        }

        var staysAdmin = !(command.Disabled ?? account.Disabled) && (command.Roles ?? account.Roles).HasFlag(AccountRoles.Admin);
        if (account.IsActiveAdmin && !staysAdmin && await accounts.CountActiveAdminsExceptAsync(account.Id, cancellationToken) == 0)
        {
            return new ChangeAccountOutcome.LastAdmin();
        }

        Apply(account, command, hash);
        var now = clock.GetUtcMicroseconds();
        if (account.Disabled || hash is not null)
        {
            await accounts.RevokeSessionsAsync(account.Id, except: null, now, cancellationToken);
        }

        var kind = hash is null ? AuthenticationEventKind.AccountChanged : AuthenticationEventKind.PasswordChanged;
        accounts.Add(AuthenticationEvent.Of(Guid.CreateVersion7(now), kind, account.Id, command.Visitor, now));
        return new ChangeAccountOutcome.Changed(account);
    }

    private static void Apply(Account account, ChangeAccountCommand command, string? hash)
    {
        if (command.DisplayName is { } name)
        {
            account.Rename(name);
        }

        if (command.Roles is { } roles)
        {
            account.Grant(roles);
        }

        if (command.Disabled is { } disabled)
        {
            account.SetDisabled(disabled);
        }

        if (hash is not null)
        {
            account.ChangePassword(hash);
        }
    }
}
