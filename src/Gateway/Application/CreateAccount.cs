using MemoCoach.Contracts;
using MemoCoach.Gateway.Domain;

namespace MemoCoach.Gateway.Application;

public sealed record CreateAccountCommand(
    EmailAddress Email, NewPassword Password, DisplayName DisplayName, AccountRoles Roles, Visitor Visitor);

/// <summary>An admin makes an account for someone else.</summary>
public sealed class CreateAccount(IAccountStorage storage, IPasswords passwords, TimeProvider clock)
{
    /// <returns>Null where the address belongs to an account already.</returns>
    public Task<Account?> HandleAsync(CreateAccountCommand command, CancellationToken cancellationToken)
    {
        var hash = passwords.Hash(command.Password.Text);
        return storage.WriteAsync(
            async (accounts, token) =>
            {
                await accounts.LockRegisterAsync(token);
                if (await accounts.FindAccountAsync(command.Email, token) is not null)
                {
                    return null;
                }

                var now = clock.GetUtcMicroseconds();
                var account = Account.Create(
                    Guid.CreateVersion7(now), command.Email, command.DisplayName, hash, command.Roles, now);
                accounts.Add(account);
                accounts.Add(AuthenticationEvent.Of(
                    Guid.CreateVersion7(now), AuthenticationEventKind.AccountCreated, account.Id, command.Visitor, now));
                return account;
            },
            cancellationToken);
    }
}
