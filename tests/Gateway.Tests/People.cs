using System.Net;

namespace MemoCoach.Gateway.Tests;

/// <summary>What most tests do first.</summary>
internal static class People
{
    public const string Password = "four random words";

    /// <summary>Makes an account with these roles and signs it in.</summary>
    public static async Task<Browser> AddUserAsync(this GatewayServer gateway, Browser admin, string email, params string[] roles)
    {
        using var response = await admin.PostAsync("/api/v1/users", new { email, displayName = "Someone", password = Password, roles });
        response.StatusCode.ShouldBe(HttpStatusCode.Created);
        return await gateway.SignInAsync(email, Password);
    }

    public static async Task<string> CreateTokenAsync(this Browser browser, DateTimeOffset? expiresAt = null)
    {
        using var response = await browser.PostAsync("/api/v1/tokens", new { name = "script", expiresAt });
        response.StatusCode.ShouldBe(HttpStatusCode.Created);
        return (await response.JsonAsync()).GetProperty("token").GetString()!;
    }

    public static async Task<string> IdOfAsync(this Browser admin, string email)
    {
        var users = await admin.GetJsonAsync("/api/v1/users?limit=200");
        return users.GetProperty("items").EnumerateArray().Single(user => user.GetProperty("email").GetString() == email).GetProperty("id").GetString()!;
    }
}
