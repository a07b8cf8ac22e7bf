namespace MemoCoach.Gateway.Application;

/// <summary>Hashes passwords slowly, and checks them.</summary>
public interface IPasswords
{
    string Hash(string password);

    /// <summary>
    /// Checks a password. Where there is no hash (no such account) the answer is <see cref="PasswordCheck.Wrong"/> after
    /// as much work, so that the time taken does not tell which addresses have accounts.
    /// </summary>
    PasswordCheck Check(string? hash, string password);
}

public enum PasswordCheck
{
    Wrong,
    Right,

    /// <summary>Right, but hashed by a scheme that has been replaced since.</summary>
    RightAndOutdated,
}
