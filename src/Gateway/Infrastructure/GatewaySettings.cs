using System.ComponentModel.DataAnnotations;
using System.Net;

namespace MemoCoach.Gateway.Infrastructure;

/// <summary>Settings of the public door.</summary>
internal sealed class GatewaySettings : IValidatableObject
{
    public const string Section = "Gateway";

    /// <summary>The address that people type, for example https://memocoach.example.org. HTTPS makes cookies stricter.</summary>
    public Uri? PublicUrl { get; set; }

    /// <summary>Where the web pages reach the API of this very process; found out where it is not set.</summary>
    public Uri? SelfUrl { get; set; }

    /// <summary>Addresses or networks (10.0.0.0/8) of reverse proxies whose X-Forwarded headers are believed.</summary>
    public IReadOnlyList<string> TrustedProxies { get; set; } = [];

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (PublicUrl is { } url && (!url.IsAbsoluteUri || (url.Scheme != Uri.UriSchemeHttps && url.Scheme != Uri.UriSchemeHttp)))
        {
            yield return new ValidationResult("must be an http or https address.", [nameof(PublicUrl)]);
        }

        if (!TrustedProxies.All(proxy => IPNetwork.TryParse(proxy, out _) || IPAddress.TryParse(proxy, out _)))
        {
            yield return new ValidationResult("must be addresses, or networks like 10.0.0.0/8.", [nameof(TrustedProxies)]);
        }
    }
}

/// <summary>Settings of browser sessions.</summary>
internal sealed class SessionSettings
{
    public const string Section = "Sessions";

    /// <summary>A session that is not used for this long ends.</summary>
    [Range(typeof(TimeSpan), "00:05:00", "90.00:00:00")]
    public TimeSpan IdleLimit { get; set; } = TimeSpan.FromDays(7);

    /// <summary>A session ends after this long in any case.</summary>
    [Range(typeof(TimeSpan), "00:05:00", "365.00:00:00")]
    public TimeSpan AgeLimit { get; set; } = TimeSpan.FromDays(30);
}

/// <summary>Settings of what wrong passwords lead to.</summary>
internal sealed class LockoutSettings
{
    public const string Section = "Lockout";

    /// <summary>Wrong passwords in a row that lock an account.</summary>
    [Range(1, 1_000)]
    public int FailedSignIns { get; set; } = 10;

    /// <summary>How long an account stays locked.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan Duration { get; set; } = TimeSpan.FromMinutes(15);
}
