namespace MemoCoach.Gateway.Domain;

/// <summary>What an account may do. Roles add up.</summary>
[Flags]
public enum AccountRoles
{
    None = 0,
    Writer = 1,
    Coach = 2,
    Admin = 4,
    Operator = 8,
    All = Writer | Coach | Admin | Operator,
}

/// <summary>The names of roles in tokens, in the API and in the service's policies.</summary>
public static class RoleNames
{
    private static readonly (AccountRoles Role, string Name)[] Table =
    [
        (AccountRoles.Writer, "writer"),
        (AccountRoles.Coach, "coach"),
        (AccountRoles.Admin, "admin"),
        (AccountRoles.Operator, "operator"),
    ];

    public static IReadOnlyList<string> Of(AccountRoles roles) =>
        [.. Table.Where(entry => roles.HasFlag(entry.Role)).Select(entry => entry.Name)];

    public static Parsed<AccountRoles> Parse(IReadOnlyList<string?>? names)
    {
        if (names is null || names.Count == 0)
        {
            return Parsed<AccountRoles>.Broken($"At least one role is required: {Known}.");
        }

        var roles = AccountRoles.None;
        foreach (var name in names)
        {
            var role = Array.Find(Table, entry => entry.Name == name).Role;
            if (role == AccountRoles.None)
            {
                return Parsed<AccountRoles>.Broken($"A role is one of {Known}.");
            }

            roles |= role;
        }

        return roles;
    }

    private static string Known => string.Join(", ", Table.Select(entry => entry.Name));
}
