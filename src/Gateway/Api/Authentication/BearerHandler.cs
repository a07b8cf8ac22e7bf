using System.Text.Encodings.Web;
using MemoCoach.Gateway.Application;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace MemoCoach.Gateway.Api.Authentication;

/// <summary>What the two kinds of bearer token have in common.</summary>
internal abstract class BearerHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    protected abstract Task<Caller?> CheckAsync(string token, CancellationToken cancellationToken);

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (GatewaySchemes.ReadBearer(Request) is not { } token)
        {
            return AuthenticateResult.NoResult();
        }

        return await CheckAsync(token, Context.RequestAborted) is { } caller
            ? AuthenticateResult.Success(new AuthenticationTicket(GatewayClaims.Principal(caller, Scheme.Name), Scheme.Name))
            : AuthenticateResult.Fail("The token is unknown, expired or revoked.");
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties) => AuthenticationProblems.UnauthorizedAsync(Context);

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) => AuthenticationProblems.ForbiddenAsync(Context);
}

/// <summary>Scripts with a personal API token.</summary>
internal sealed class ApiTokenHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, CheckCredential credentials)
    : BearerHandler(options, logger, encoder)
{
    protected override Task<Caller?> CheckAsync(string token, CancellationToken cancellationToken) =>
        credentials.ApiTokenAsync(token, cancellationToken);
}

/// <summary>The web UI with a token of a circuit's session.</summary>
internal sealed class CircuitTokenHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options,
    ILoggerFactory logger,
    UrlEncoder encoder,
    ICircuitTokens tokens,
    CheckCredential credentials)
    : BearerHandler(options, logger, encoder)
{
    protected override async Task<Caller?> CheckAsync(string token, CancellationToken cancellationToken)
    {
        if (await tokens.ReadAsync(token) is not { } claimed)
        {
            return null;
        }

        var caller = await credentials.SessionAsync(claimed.SessionId, cancellationToken);
        return caller?.AccountId == claimed.AccountId ? caller : null;
    }
}
