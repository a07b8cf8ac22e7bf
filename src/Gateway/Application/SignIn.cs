using MemoCoach.Contracts;
using MemoCoach.Gateway.Domain;

namespace MemoCoach.Gateway.Application;

public sealed record SignInCommand(EmailAddress Email, string Password, Visitor Visitor);

public sealed record SignedIn(Account Account, Session Session);

/// <summary>Checks a password and starts a session.</summary>
public sealed class SignIn(IAccountStorage storage, IPasswords passwords, LockoutPolicy lockout, TimeProvider clock)
{
    /// <returns>Null where the sign-in is refused. Why is for the authentication log, not for the caller.</returns>
    public async Task<SignedIn?> HandleAsync(SignInCommand command, CancellationToken cancellationToken)
    {
        var account = await storage.ReadAsync(
            (accounts, token) => accounts.FindAccountAsync(command.Email, token), cancellationToken);

        // Checked even where the answer is no already: a quick no would tell which addresses exist.
        var check = passwords.Check(account?.PasswordHash, command.Password);
        var newHash = check == PasswordCheck.RightAndOutdated ? passwords.Hash(command.Password) : null;

        // Not cancelled with the request: hanging up must not keep a guess from being counted.
        return await storage.WriteAsync(
            (accounts, token) => DecideAsync(accounts, account, check, newHash, command.Visitor, token), CancellationToken.None);
    }

    private async Task<SignedIn?> DecideAsync(
        IAccountUnit accounts, Account? found, PasswordCheck check, string? newHash, Visitor visitor, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcMicroseconds();
        var account = found is null ? null : await accounts.LockAccountAsync(found.Id, cancellationToken);
        var kind = Judge(account, found, check, now);
        accounts.Add(AuthenticationEvent.Of(Guid.CreateVersion7(now), kind, account?.Id, visitor, now));
        if (kind == AuthenticationEventKind.WrongPassword)
        {
            account!.RecordFailure(lockout, now);
        }

        if (kind != AuthenticationEventKind.SignedIn)
        {
            return null;
        }

        account!.RecordSuccess();
        if (newHash is not null)
        {
            account.Rehash(newHash);
        }

        var session = Session.Start(Guid.CreateVersion7(now), account.Id, visitor, now);
        accounts.Add(session);
        return new SignedIn(account, session);
    }

    private static AuthenticationEventKind Judge(Account? account, Account? asChecked, PasswordCheck check, DateTimeOffset now) => account switch
    {
        null => AuthenticationEventKind.UnknownAccount,
        _ when account.IsLockedAt(now) => AuthenticationEventKind.LockedOut,
        // The password was changed while the old one was being checked.
        _ when account.PasswordHash != asChecked!.PasswordHash => AuthenticationEventKind.WrongPassword,
        _ when check == PasswordCheck.Wrong => AuthenticationEventKind.WrongPassword,
        { Disabled: true } => AuthenticationEventKind.DisabledAccount,
        _ => AuthenticationEventKind.SignedIn,
    };
}
