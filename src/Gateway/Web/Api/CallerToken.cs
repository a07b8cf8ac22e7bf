using MemoCoach.Gateway.Api.Authentication;
using MemoCoach.Gateway.Application;
using MemoCoach.ServiceDefaults;
using Microsoft.AspNetCore.Components.Authorization;

namespace MemoCoach.Gateway.Web.Api;

/// <summary>
/// Mints a token for each call, in a request and in a circuit (which has no HttpContext). The gateway checks the session
/// behind it every time, so a circuit that outlives its session can do nothing.
/// </summary>
internal sealed class CallerToken(AuthenticationStateProvider authentication, ICircuitTokens tokens) : ICallerToken
{
    public async Task<string?> IssueAsync()
    {
        var user = (await authentication.GetAuthenticationStateAsync()).User;
        return user.SessionId() is { } session ? tokens.Issue(user.AccountId(), session) : null;
    }
}
