using System.Globalization;
using System.Threading.RateLimiting;
using MemoCoach.Gateway.Api.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace MemoCoach.Gateway.Web.Errors;

/// <summary>Where the API explains a refusal to a program, a page's reader gets a page: the bare status is enough for that.</summary>
internal sealed class PageRefusals : IPostConfigureOptions<CookieAuthenticationOptions>, IPostConfigureOptions<RateLimiterOptions>
{
    public void PostConfigure(string? name, CookieAuthenticationOptions options)
    {
        if (name != GatewaySchemes.Session)
        {
            return;
        }

        var explain = options.Events.OnRedirectToAccessDenied;
        options.Events.OnRedirectToAccessDenied = context =>
        {
            if (!context.Request.IsForPage())
            {
                return explain(context);
            }

            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        };
    }

    public void PostConfigure(string? name, RateLimiterOptions options)
    {
        var explain = options.OnRejected;
        options.OnRejected = (rejected, cancellationToken) =>
        {
            var context = rejected.HttpContext;
            if (!context.Request.IsForPage())
            {
                return explain?.Invoke(rejected, cancellationToken) ?? ValueTask.CompletedTask;
            }

            context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
            if (rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var wait))
            {
                context.Response.Headers[HeaderNames.RetryAfter] = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
            }

            return ValueTask.CompletedTask;
        };
    }
}
