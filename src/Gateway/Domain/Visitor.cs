namespace MemoCoach.Gateway.Domain;

/// <summary>Where a request comes from, as sessions and the authentication log keep it.</summary>
public sealed record Visitor
{
    public const int MaximumIpAddressLength = 45;
    public const int MaximumUserAgentLength = 256;

    public Visitor(string? ipAddress, string? userAgent)
    {
        IpAddress = ipAddress;
        UserAgent = Clean(userAgent);
    }

    /// <summary>The program itself, at a start or from the command line.</summary>
    public static Visitor Console { get; } = new(null, null);

    public string? IpAddress { get; }

    public string? UserAgent { get; }

    /// <summary>A header may hold anything; what is kept is printable and short.</summary>
    private static string? Clean(string? userAgent)
    {
        if (string.IsNullOrWhiteSpace(userAgent))
        {
            return null;
        }

        var printable = string.Concat(userAgent.Where(character => character is >= ' ' and <= '~'));
        return printable.Length > MaximumUserAgentLength ? printable[..MaximumUserAgentLength] : printable;
    }
}
