using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using MemoCoach.Gateway.Api.Authentication;
using MemoCoach.Gateway.Application;
using MemoCoach.ServiceDefaults;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace MemoCoach.Gateway.Api.Protection;

/// <summary>Sorts requests into buckets, and answers those that find theirs empty.</summary>
internal sealed class RateLimits(RateLimitSettings limits) : IConfigureOptions<RateLimiterOptions>
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    /// <summary>The smallest network that an Internet provider gives to one customer (RFC 6177).</summary>
    private const int BytesOfIpv6Site = 8;

    private enum Kind
    {
        Unlimited,
        Api,
        Submission,
        SignIn,
    }

    public void Configure(RateLimiterOptions options)
    {
        options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, (Kind, string)>(Partition);
        options.OnRejected = RejectAsync;
    }

    private RateLimitPartition<(Kind, string)> Partition(HttpContext context)
    {
        var kind = limits.Enabled ? KindOf(context.Request) : Kind.Unlimited;
        return kind switch
        {
            Kind.SignIn => Bucket((kind, AddressOf(context)), limits.SignInsPerMinute),
            Kind.Submission => Bucket((kind, CallerOf(context)), limits.SubmissionsPerMinute),
            Kind.Api => Bucket((kind, CallerOf(context)), limits.ApiPerMinute),
            _ => RateLimitPartition.GetNoLimiter((kind, "")),
        };
    }

    private static Kind KindOf(HttpRequest request)
    {
        var posts = HttpMethods.IsPost(request.Method);
        if (posts && (IsAt(request, "/api/v1/auth/login") || IsAt(request, "/api/v1/setup") || IsAt(request, "/login") || IsAt(request, "/setup")))
        {
            return Kind.SignIn;
        }

        if (posts && IsAt(request, "/api/v1/submissions"))
        {
            return Kind.Submission;
        }

        return GatewayPaths.IsApi(request) ? Kind.Api : Kind.Unlimited;
    }

    private static bool IsAt(HttpRequest request, string path) =>
        request.Path.StartsWithSegments(path, StringComparison.OrdinalIgnoreCase, out var rest) && (!rest.HasValue || rest == "/");

    private static RateLimitPartition<(Kind, string)> Bucket((Kind, string) key, int perMinute) => RateLimitPartition.GetTokenBucketLimiter(
        key,
        _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = perMinute,
            TokensPerPeriod = 1,
            ReplenishmentPeriod = Window / perMinute,
            QueueLimit = 0,
        });

    private static string CallerOf(HttpContext context) =>
        context.User.FindFirst(ClaimNames.Subject)?.Value ?? AddressOf(context);

    private static string AddressOf(HttpContext context) => context.Connection.RemoteIpAddress switch
    {
        null => "unknown",
        { IsIPv4MappedToIPv6: true } mapped => mapped.MapToIPv4().ToString(),
        { AddressFamily: AddressFamily.InterNetworkV6 } address => new IPAddress(
            [.. address.GetAddressBytes().Take(BytesOfIpv6Site), .. new byte[BytesOfIpv6Site]]).ToString(),
        var address => address.ToString(),
    };

    private static async ValueTask RejectAsync(OnRejectedContext rejected, CancellationToken cancellationToken)
    {
        var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var retryAfter) ? retryAfter : TimeSpan.FromSeconds(1);
        var seconds = (long)Math.Max(1, Math.Ceiling(wait.TotalSeconds));
        rejected.HttpContext.Response.Headers[HeaderNames.RetryAfter] = seconds.ToString(CultureInfo.InvariantCulture);
        await TypedResults.Problem(
            $"Try again in {seconds} s.",
            statusCode: StatusCodes.Status429TooManyRequests,
            title: "Too many requests").ExecuteAsync(rejected.HttpContext);
    }
}
