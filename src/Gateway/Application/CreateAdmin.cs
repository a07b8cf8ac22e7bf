using MemoCoach.Contracts;
using MemoCoach.Gateway.Domain;

namespace MemoCoach.Gateway.Application;

/// <param name="OnlyAsFirst">Do nothing where an account exists already: settings are read at every start.</param>
public sealed record CreateAdminCommand(EmailAddress Email, NewPassword Password, DisplayName DisplayName, bool OnlyAsFirst);

public enum CreateAdminOutcome
{
    Created,

    /// <summary>An account with this address exists; it was not touched.</summary>
    EmailTaken,

    /// <summary>There are accounts already, and only the first was asked for.</summary>
    NotFirst,
}

/// <summary>Makes an account with all four roles, for who controls the machine: by settings, or from the command line.</summary>
public sealed class CreateAdmin(IAccountStorage storage, IPasswords passwords, TimeProvider clock)
{
    public async Task<CreateAdminOutcome> HandleAsync(CreateAdminCommand command, CancellationToken cancellationToken)
    {
        if (command.OnlyAsFirst && await storage.ReadAsync((accounts, token) => accounts.AnyAccountAsync(token), cancellationToken))
        {
            return CreateAdminOutcome.NotFirst;
        }

        var hash = passwords.Hash(command.Password.Text);
        return await storage.WriteAsync((accounts, token) => CreateAsync(accounts, command, hash, token), cancellationToken);
    }

    private async Task<CreateAdminOutcome> CreateAsync(
        IAccountUnit accounts, CreateAdminCommand command, string hash, CancellationToken cancellationToken)
    {
        var register = await accounts.LockRegisterAsync(cancellationToken);
        var isFirst = !await accounts.AnyAccountAsync(cancellationToken);
        if (command.OnlyAsFirst && !isFirst)
        {
            return CreateAdminOutcome.NotFirst;
        }

        if (await accounts.FindAccountAsync(command.Email, cancellationToken) is not null)
        {
            return CreateAdminOutcome.EmailTaken;
        }

        var now = clock.GetUtcMicroseconds();
        var account = Account.Create(Guid.CreateVersion7(now), command.Email, command.DisplayName, hash, AccountRoles.All, now);
        accounts.Add(account);
        accounts.Add(AuthenticationEvent.Of(
            Guid.CreateVersion7(now),
            isFirst ? AuthenticationEventKind.FirstAccountCreated : AuthenticationEventKind.AccountCreated,
            account.Id,
            Visitor.Console,
            now));
        register.CloseSetup();
        return CreateAdminOutcome.Created;
    }
}
