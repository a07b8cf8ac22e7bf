using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.DependencyInjection;

namespace MemoCoach.ServiceDefaults;

/// <summary>The roles of an account, as they stand in the claim <see cref="ClaimNames.Role"/>. Roles add up.</summary>
public static class Roles
{
    public const string Writer = "writer";
    public const string Coach = "coach";
    public const string Admin = "admin";
    public const string Operator = "operator";

    public static IReadOnlyList<string> All { get; } = [Writer, Coach, Admin, Operator];
}

/// <summary>The claims that say who calls, the same in cookies, API tokens and service tokens.</summary>
public static class ClaimNames
{
    /// <summary>The account's id, a UUID.</summary>
    public const string Subject = "sub";

    public const string Role = "role";
}

/// <summary>
/// Names of the authorization policies. None names a scheme, so the same endpoint is guarded by the service token in a
/// process of its own and by the gateway's schemes where everything runs in one.
/// </summary>
public static class Policies
{
    public const string Writer = "writer";
    public const string Coach = "coach";
    public const string Admin = "admin";
    public const string Operator = "operator";

    public static IServiceCollection AddMemoCoachPolicies(this IServiceCollection services)
    {
        var authorization = services.AddAuthorizationBuilder();
        foreach (var role in Roles.All)
        {
            authorization.AddPolicy(role, policy => policy.RequireAuthenticatedUser().RequireClaim(ClaimNames.Role, role));
        }

        return services;
    }
}
