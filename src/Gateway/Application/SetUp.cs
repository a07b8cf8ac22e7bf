using MemoCoach.Contracts;
using MemoCoach.Gateway.Domain;

namespace MemoCoach.Gateway.Application;

public sealed record SetUpCommand(EmailAddress Email, NewPassword Password, DisplayName DisplayName, string SetupToken, Visitor Visitor);

public abstract record SetUpOutcome
{
    public sealed record Created(Account Account) : SetUpOutcome;

    public sealed record AlreadySetUp : SetUpOutcome;

    public sealed record WrongToken : SetUpOutcome;
}

/// <summary>Makes the first account, for whoever can read the console that the program was started on.</summary>
public sealed class SetUp(IAccountStorage storage, IPasswords passwords, TimeProvider clock)
{
    public async Task<SetUpOutcome> HandleAsync(SetUpCommand command, CancellationToken cancellationToken)
    {
        // A glance first: hashing is slow work that a wrong token does not deserve.
        var refusal = await storage.ReadAsync(
            async (accounts, token) => await RefuseAsync(accounts, await accounts.GetRegisterAsync(token), command, token), cancellationToken);
        if (refusal is not null)
        {
            await LogAsync(refusal, command.Visitor, cancellationToken);
            return refusal;
        }

        var hash = passwords.Hash(command.Password.Text);
        return await storage.WriteAsync<SetUpOutcome>(
            async (accounts, token) =>
            {
                var register = await accounts.LockRegisterAsync(token);
                if (await RefuseAsync(accounts, register, command, token) is { } late)
                {
                    return late;
                }

                var now = clock.GetUtcMicroseconds();
                var account = Account.Create(
                    Guid.CreateVersion7(now), command.Email, command.DisplayName, hash, AccountRoles.All, now);
                accounts.Add(account);
                accounts.Add(AuthenticationEvent.Of(
                    Guid.CreateVersion7(now), AuthenticationEventKind.FirstAccountCreated, account.Id, command.Visitor, now));
                register.CloseSetup();
                return new SetUpOutcome.Created(account);
            },
            cancellationToken);
    }

    private static async Task<SetUpOutcome?> RefuseAsync(
        IAccountQueries accounts, AccountRegister register, SetUpCommand command, CancellationToken cancellationToken)
    {
        if (await accounts.AnyAccountAsync(cancellationToken))
        {
            return new SetUpOutcome.AlreadySetUp();
        }

        return register.Accepts(command.SetupToken) ? null : new SetUpOutcome.WrongToken();
    }

    private Task LogAsync(SetUpOutcome refusal, Visitor visitor, CancellationToken cancellationToken) =>
        refusal is not SetUpOutcome.WrongToken
            ? Task.CompletedTask
            : storage.WriteAsync(
                (accounts, _) =>
                {
                    var now = clock.GetUtcMicroseconds();
                    accounts.Add(AuthenticationEvent.Of(
                        Guid.CreateVersion7(now), AuthenticationEventKind.WrongSetupToken, null, visitor, now));
                    return Task.FromResult(true);
                },
                cancellationToken);
}
