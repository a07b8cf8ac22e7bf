using System.Net;
using MemoCoach.Contracts;
using MemoCoach.Gateway.Api;
using MemoCoach.Gateway.Api.Authentication;
using MemoCoach.Gateway.Api.Protection;
using MemoCoach.Gateway.Api.Proxy;
using MemoCoach.Gateway.Application;
using MemoCoach.Gateway.Domain;
using MemoCoach.Gateway.Infrastructure;
using MemoCoach.Gateway.Infrastructure.Keys;
using MemoCoach.Gateway.Infrastructure.Setup;
using MemoCoach.Messaging;
using MemoCoach.Messaging.Heartbeats;
using MemoCoach.ServiceDefaults;
using MemoCoach.Storage;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;
using Yarp.ReverseProxy.ServiceDiscovery;
using IPNetwork = System.Net.IPNetwork;

namespace MemoCoach.Gateway;

/// <summary>
/// The public door. A process that is the door calls <see cref="AddGatewayAuthentication"/> and
/// <see cref="UseGatewayAuthentication"/> (which concern every endpoint in it) and <see cref="AddGateway"/> and
/// <see cref="MapGateway"/> (accounts and keys); only where the services are processes of their own does it also call
/// <see cref="AddGatewayProxy"/> and <see cref="MapGatewayProxy"/>.
/// </summary>
public static class GatewayService
{
    /// <summary>Accounts, sessions, tokens and keys.</summary>
    public static WebApplicationBuilder AddGateway(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        builder.AddSettings<GatewaySettings>(GatewaySettings.Section);
        builder.AddSettings<SetupSettings>(SetupSettings.Section);
        builder.AddAccounts();
        builder.AddServiceMessaging<GatewayDbContext>(ServiceNames.Gateway, _ => { });
        services.AddHeartbeat(ServiceNames.Gateway);
        services.AddSingleton(provider => new KeyDirectory(provider.GetRequiredService<DataDirectory>().Keys));
        services.AddSingleton<SigningKeyRing>();
        services.AddSingleton<TokenSigner>();
        services.AddSingleton<IServiceTokens, ServiceTokens>();
        services.AddSingleton<ICircuitTokens, CircuitTokens>();
        services.AddHostedService<FirstAccount>();
        services.AddHostedService<SightingFlusher>();
        return builder;
    }

    /// <summary>How this process knows its callers, and what protects it from them. Process-wide.</summary>
    public static WebApplicationBuilder AddGatewayAuthentication(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        var settings = builder.AddSettings<GatewaySettings>(GatewaySettings.Section);
        builder.AddSettings<RateLimitSettings>(RateLimitSettings.Section);
        services.AddSingleton(new PublicAddress(settings.PublicUrl));
        services.AddSingleton<BrowserSession>();
        services.AddMemoCoachPolicies();
        services.AddAuthentication(GatewaySchemes.Default)
            .AddPolicyScheme(GatewaySchemes.Default, null, scheme => scheme.ForwardDefaultSelector = GatewaySchemes.Choose)
            .AddCookie(GatewaySchemes.Session)
            .AddScheme<AuthenticationSchemeOptions, ApiTokenHandler>(GatewaySchemes.ApiToken, null)
            .AddScheme<AuthenticationSchemeOptions, CircuitTokenHandler>(GatewaySchemes.Circuit, null);
        services.AddAntiforgery();
        services.AddSingleton<IConfigureOptions<CookieAuthenticationOptions>, SessionCookie>();
        services.AddSingleton<IConfigureOptions<AntiforgeryOptions>, SessionCookie>();
        services.AddRateLimiter(_ => { });
        services.AddSingleton<IConfigureOptions<RateLimiterOptions>, RateLimits>();
        services.Configure<ForwardedHeadersOptions>(headers => Trust(headers, settings.TrustedProxies));
        services.AddSingleton<DataProtectionKeys>();
        services.AddDataProtection().SetApplicationName("MemoCoach");
        services.AddOptions<KeyManagementOptions>().Configure<DataProtectionKeys>((options, keys) => options.XmlRepository = keys);
        return builder;
    }

    /// <summary>Passes requests on to services that run elsewhere, and gathers their API documents.</summary>
    public static WebApplicationBuilder AddGatewayProxy(this WebApplicationBuilder builder)
    {
        builder.Services.AddServiceDiscovery();
        builder.Services.AddHttpClient(MergedOpenApi.ClientName, client => client.Timeout = TimeSpan.FromSeconds(2));
        builder.Services.AddSingleton<MergedOpenApi>();
        builder.Services.AddReverseProxy().LoadFromConfig(ServiceRoutes.Merge(builder.Configuration)).AddTransforms<CallerTransform>();
        builder.Services.AddSingleton<IDestinationResolver, DiscoveredDestinations>();
        return builder;
    }

    /// <summary>The pipeline in front of every endpoint of the process.</summary>
    public static WebApplication UseGatewayAuthentication(this WebApplication app)
    {
        app.UseForwardedHeaders();
        app.UseMiddleware<SecurityHeaders>();
        app.UseRouting();
        app.UseAuthentication();
        app.UseRateLimiter();
        app.UseMiddleware<CsrfGuard>();
        app.UseAuthorization();
        return app;
    }

    public static WebApplication MapGateway(this WebApplication app)
    {
        app.MapSetupApi();
        app.MapAuthApi();
        app.MapTokensApi();
        app.MapUsersApi();
        app.MapSessionsApi();
        app.MapKeysApi();
        return app;
    }

    public static WebApplication MapGatewayProxy(this WebApplication app)
    {
        app.MapGet(MergedOpenApi.Path, async (MergedOpenApi document, CancellationToken cancellationToken) =>
            TypedResults.Text(await document.BuildAsync(cancellationToken), "application/json")).AllowAnonymous().ExcludeFromDescription();
        app.MapReverseProxy(proxy =>
        {
            proxy.Use(UnreachableService.InvokeAsync);
            proxy.UseLoadBalancing();
        });
        return app;
    }

    /// <summary>What the command line needs as well: storage and use cases.</summary>
    internal static void AddAccounts(this IHostApplicationBuilder builder)
    {
        var services = builder.Services;
        var sessions = builder.AddSettings<SessionSettings>(SessionSettings.Section);
        var lockout = builder.AddSettings<LockoutSettings>(LockoutSettings.Section);
        builder.AddStorage<GatewayDbContext, SqliteGatewayDbContext, PostgresGatewayDbContext>(ServiceNames.Gateway);
        services.AddSingleton(new SessionPolicy(sessions.IdleLimit, sessions.AgeLimit));
        services.AddSingleton(new LockoutPolicy(lockout.FailedSignIns, lockout.Duration));
        services.AddSingleton<IAccountStorage, AccountStorage>();
        services.AddSingleton<IPasswordHasher<Account>, PasswordHasher<Account>>();
        services.AddSingleton<IPasswords, IdentityPasswords>();
        services.AddSingleton<SightingLog>();
        services.AddSingleton<CheckCredential>();
        services.AddSingleton<SetUp>().AddSingleton<OfferSetup>().AddSingleton<CreateAdmin>();
        services.AddSingleton<SignIn>().AddSingleton<SignOut>().AddSingleton<ChangeOwnAccount>();
        services.AddSingleton<FindAccounts>().AddSingleton<CreateAccount>().AddSingleton<ChangeAccount>();
        services.AddSingleton<CreateApiToken>().AddSingleton<ListApiTokens>().AddSingleton<RevokeApiToken>();
        services.AddSingleton<ListSessions>().AddSingleton<RevokeSession>();
    }

    /// <summary>Nobody is believed about X-Forwarded headers who is not named in the settings.</summary>
    private static void Trust(ForwardedHeadersOptions options, IReadOnlyList<string> proxies)
    {
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        options.ForwardLimit = null;
        options.ForwardedHeaders = proxies.Count == 0
            ? ForwardedHeaders.None
            : ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost;
        foreach (var proxy in proxies)
        {
            options.KnownIPNetworks.Add(IPNetwork.TryParse(proxy, out var network)
                ? network
                : new IPNetwork(IPAddress.Parse(proxy), IPAddress.Parse(proxy).GetAddressBytes().Length * 8));
        }
    }
}
