using System.Security.Claims;
using MemoCoach.Gateway.Api.Authentication;
using MemoCoach.Gateway.Application;
using MemoCoach.ServiceDefaults;

namespace MemoCoach.Gateway.Web.Api;

/// <summary>Makes clients of this process's own API.</summary>
internal sealed class ApiClients(IHttpClientFactory http, ICircuitTokens tokens)
{
    public const string Name = "memocoach-api";

    public ApiClient For(ICallerToken token) => new(http.CreateClient(Name), token);

    /// <summary>For endpoints, which know their caller by the request; components know theirs by the authentication state.</summary>
    public ApiClient For(ClaimsPrincipal user) => For(new RequestToken(user, tokens));

    private sealed class RequestToken(ClaimsPrincipal user, ICircuitTokens tokens) : ICallerToken
    {
        public Task<string?> IssueAsync() =>
            Task.FromResult(user.SessionId() is { } session ? tokens.Issue(user.AccountId(), session) : null);
    }
}
