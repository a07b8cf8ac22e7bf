using System.ComponentModel.DataAnnotations;

namespace MemoCoach.Gateway.Api.Protection;

/// <summary>Settings of how much one account, or one address where nobody is signed in, may ask for.</summary>
internal sealed class RateLimitSettings
{
    public const string Section = "RateLimits";

    public bool Enabled { get; set; } = true;

    /// <summary>API requests of all kinds.</summary>
    [Range(1, 1_000_000)]
    public int ApiPerMinute { get; set; } = 1_200;

    /// <summary>Memos handed in.</summary>
    [Range(1, 1_000_000)]
    public int SubmissionsPerMinute { get; set; } = 60;

    /// <summary>Attempts to sign in or to set up, always by address.</summary>
    [Range(1, 1_000_000)]
    public int SignInsPerMinute { get; set; } = 20;
}
