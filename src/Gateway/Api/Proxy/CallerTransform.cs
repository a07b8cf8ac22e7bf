using System.Net.Http.Headers;
using MemoCoach.Gateway.Api.Authentication;
using MemoCoach.Gateway.Application;
using Microsoft.Net.Http.Headers;
using Yarp.ReverseProxy.Transforms;
using Yarp.ReverseProxy.Transforms.Builder;

namespace MemoCoach.Gateway.Api.Proxy;

/// <summary>
/// Replaces what proves who calls: a service gets a short-lived token that the gateway has signed, and never sees
/// cookies, API tokens or addresses that the caller has made up.
/// </summary>
internal sealed class CallerTransform(IServiceTokens tokens) : ITransformProvider
{
    public void ValidateRoute(TransformRouteValidationContext context)
    {
    }

    public void ValidateCluster(TransformClusterValidationContext context)
    {
    }

    public void Apply(TransformBuilderContext context)
    {
        // "Set" and not "append": what the caller claims about other proxies was believed, or not, further up.
        context.AddXForwarded(ForwardedTransformActions.Set);
        context.AddRequestTransform(request =>
        {
            var headers = request.ProxyRequest.Headers;
            headers.Remove(HeaderNames.Cookie);
            headers.Remove(SessionCookie.CsrfHeader);
            headers.Authorization = request.HttpContext.User.Identity is { IsAuthenticated: true }
                ? new AuthenticationHeaderValue("Bearer", tokens.Issue(request.HttpContext.User.ToCaller()))
                : null;
            return ValueTask.CompletedTask;
        });
    }
}
