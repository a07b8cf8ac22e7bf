using MemoCoach.Gateway.Api.Authentication;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.Extensions.Options;

namespace MemoCoach.Gateway.Api.Protection;

/// <summary>
/// Refuses changes through the API that come with a cookie but without the header X-CSRF-Token: another site can make a
/// browser send the cookie, but it cannot read the token. It guards every service behind the gateway, too.
/// </summary>
internal sealed class CsrfGuard(RequestDelegate next, IAntiforgery antiforgery, IOptions<AntiforgeryOptions> options)
{
    public async Task InvokeAsync(HttpContext context)
    {
        if (IsChange(context) && context.User.IsBrowser() && !IsExempt(context) && !await HasTokenAsync(context))
        {
            await TypedResults.Problem(
                $"Send the csrfToken of /api/v1/auth/me in the header {options.Value.HeaderName}.",
                statusCode: StatusCodes.Status403Forbidden,
                title: "Anti-forgery token missing or wrong").ExecuteAsync(context);
            return;
        }

        await next(context);
    }

    private static bool IsChange(HttpContext context) =>
        GatewayPaths.IsApi(context.Request)
        && !HttpMethods.IsGet(context.Request.Method)
        && !HttpMethods.IsHead(context.Request.Method)
        && !HttpMethods.IsOptions(context.Request.Method);

    /// <summary>Signing in needs no cookie, so there is nothing to forge with one.</summary>
    private static bool IsExempt(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<IAntiforgeryMetadata>() is { RequiresValidation: false };

    // Asked for the header first: without one, the framework would go and read a form.
    private async Task<bool> HasTokenAsync(HttpContext context) =>
        context.Request.Headers.ContainsKey(options.Value.HeaderName!) && await antiforgery.IsRequestValidAsync(context);
}
