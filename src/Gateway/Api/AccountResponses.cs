using MemoCoach.Gateway.Domain;

namespace MemoCoach.Gateway.Api;

/// <summary>A person as she sees herself.</summary>
internal sealed record UserResponse(Guid Id, string Email, string DisplayName, IReadOnlyList<string> Roles)
{
    public static UserResponse Of(Account account) =>
        new(account.Id, account.Email, account.DisplayName, RoleNames.Of(account.Roles));
}

/// <summary>A person as an admin sees her.</summary>
internal sealed record AccountResponse(
    Guid Id,
    string Email,
    string DisplayName,
    IReadOnlyList<string> Roles,
    bool Disabled,
    DateTimeOffset? LockedUntil,
    DateTimeOffset CreatedAt)
{
    public static AccountResponse Of(Account account) => new(
        account.Id,
        account.Email,
        account.DisplayName,
        RoleNames.Of(account.Roles),
        account.Disabled,
        account.LockedUntil,
        account.CreatedAt);
}

/// <summary>One page of a list; <paramref name="NextCursor"/> is null on the last.</summary>
internal sealed record PageResponse<T>(IReadOnlyList<T> Items, string? NextCursor);
