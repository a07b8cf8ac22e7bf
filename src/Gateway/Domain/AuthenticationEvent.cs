namespace MemoCoach.Gateway.Domain;

/// <summary>A row of the authentication log: who came in or failed to, from where. Never a password or a token.</summary>
public sealed class AuthenticationEvent
{
    private AuthenticationEvent()
    {
    }

    public Guid Id { get; private init; }

    public DateTimeOffset At { get; private init; }

    public AuthenticationEventKind Kind { get; private init; }

    /// <summary>The account it is about; null where the address belongs to none.</summary>
    public Guid? AccountId { get; private init; }

    public string? IpAddress { get; private init; }

    public string? UserAgent { get; private init; }

    public static AuthenticationEvent Of(
        Guid id, AuthenticationEventKind kind, Guid? accountId, Visitor visitor, DateTimeOffset now) => new()
        {
            Id = id,
            At = now,
            Kind = kind,
            AccountId = accountId,
            IpAddress = visitor.IpAddress,
            UserAgent = visitor.UserAgent,
        };
}

/// <summary>Stored by number: new kinds go to the end.</summary>
public enum AuthenticationEventKind
{
    SignedIn = 1,
    WrongPassword = 2,

    /// <summary>The address is not kept: people type their password into the wrong field.</summary>
    UnknownAccount = 3,
    LockedOut = 4,
    DisabledAccount = 5,
    SignedOut = 6,
    FirstAccountCreated = 7,
    WrongSetupToken = 8,
    AccountCreated = 9,
    AccountChanged = 10,
    PasswordChanged = 11,
    SessionRevoked = 12,
    TokenCreated = 13,
    TokenRevoked = 14,
}
