using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using MemoCoach.ServiceDefaults.Authentication;

namespace MemoCoach.ServiceDefaults;

/// <summary>
/// How a service in a process of its own knows who calls: by the short-lived token that the gateway signs for each
/// request. Standalone does not use this, its endpoints stand in the gateway's own pipeline.
/// </summary>
public static class ServiceAuthentication
{
    public const string Issuer = "memocoach-gateway";
    public const string Audience = "memocoach-services";

    private static readonly TimeSpan FetchLimit = TimeSpan.FromSeconds(5);

    public static WebApplicationBuilder AddServiceAuthentication(this WebApplicationBuilder builder)
    {
        var settings = builder.AddSettings<AuthenticationSettings>(AuthenticationSettings.Section);
        builder.Services.AddSingleton(services => new GatewayKeys(
            new HttpClient { Timeout = FetchLimit }, settings, services.GetRequiredService<TimeProvider>(), services.GetRequiredService<ILogger<GatewayKeys>>()));
        builder.Services.AddExceptionMapping<GatewayKeysUnavailableException>(
            StatusCodes.Status503ServiceUnavailable, "The gateway cannot be reached to check who calls.", GatewayKeys.Pause);
        builder.Services.AddMemoCoachPolicies();
        builder.Services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme).AddJwtBearer();
        builder.Services.AddOptions<JwtBearerOptions>(JwtBearerDefaults.AuthenticationScheme).Configure<GatewayKeys, TimeProvider>(Configure);
        return builder;
    }

    private static void Configure(JwtBearerOptions options, GatewayKeys keys, TimeProvider time)
    {
        options.MapInboundClaims = false;
        options.TimeProvider = time;
        options.TokenValidationParameters = new TokenValidationParameters
        {
            ValidIssuer = Issuer,
            ValidAudience = Audience,
            ValidAlgorithms = [SecurityAlgorithms.EcdsaSha256],
            RequireSignedTokens = true,
            RequireExpirationTime = true,
            ClockSkew = TimeSpan.FromSeconds(30),
            NameClaimType = ClaimNames.Subject,
            RoleClaimType = ClaimNames.Role,
            IssuerSigningKeyResolver = (_, _, keyId, _) => keys.Find(keyId),
        };
        options.Events = new JwtBearerEvents
        {
            // The resolver above cannot wait, so the keys are there before it is asked.
            OnMessageReceived = context => KeyIdOf(context.Request) is { } keyId
                ? keys.PrepareAsync(keyId, context.HttpContext.RequestAborted)
                : Task.CompletedTask,
        };
    }

    private static string? KeyIdOf(HttpRequest request)
    {
        const string scheme = "Bearer ";
        var header = request.Headers.Authorization.ToString();
        if (!header.StartsWith(scheme, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        try
        {
            return new JsonWebToken(header[scheme.Length..].Trim()).Kid is { Length: > 0 } keyId ? keyId : null;
        }
        catch (ArgumentException)
        {
            // Not a token. The handler finds that out as well, and answers 401.
            return null;
        }
    }
}
