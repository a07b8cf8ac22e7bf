using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace MemoCoach.ServiceDefaults.Problems;

/// <summary>Settings of what a request may be.</summary>
public sealed class RequestSettings
{
    public const string Section = "Requests";

    /// <summary>Bytes of the largest body that is read; a larger one is answered 413.</summary>
    [Range(1_024, 1_073_741_824)]
    public long MaxBodyBytes { get; set; } = 1_048_576;

    /// <summary>The limit of one request: an endpoint may have set its own.</summary>
    internal long LimitOf(HttpContext context) =>
        context.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize ?? MaxBodyBytes;
}

internal static class ProblemRegistration
{
    public static void AddProblems(this WebApplicationBuilder builder)
    {
        var settings = builder.AddSettings<RequestSettings>(RequestSettings.Section);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = settings.MaxBodyBytes);
        builder.Services.AddProblemDetails(options => options.CustomizeProblemDetails = context =>
            context.ProblemDetails.Extensions["traceId"] = Problem.TraceId(context.HttpContext));
        builder.Services.AddExceptionHandler<ProblemExceptionHandler>();
        // Otherwise a parameter that cannot be bound is answered 400 without a word about which one.
        builder.Services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
        // First of all start-up filters, so that it stands around everything else.
        builder.Services.Insert(0, ServiceDescriptor.Transient<IStartupFilter, ProblemStartupFilter>());
    }
}
