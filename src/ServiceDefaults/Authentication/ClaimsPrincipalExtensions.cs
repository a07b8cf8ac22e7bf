using System.Security.Claims;

namespace MemoCoach.ServiceDefaults;

public static class ClaimsPrincipalExtensions
{
    /// <summary>The id of the account that calls.</summary>
    /// <exception cref="InvalidOperationException">Nobody is signed in: the endpoint lacks a policy.</exception>
    public static Guid AccountId(this ClaimsPrincipal principal) =>
        Guid.TryParse(principal.FindFirst(ClaimNames.Subject)?.Value, out var id)
            ? id
            : throw new InvalidOperationException($"The caller has no claim '{ClaimNames.Subject}' that holds an account's id.");

    public static bool HasRole(this ClaimsPrincipal principal, string role) => principal.HasClaim(ClaimNames.Role, role);
}
