namespace MemoCoach.Gateway.Infrastructure.Setup;

/// <summary>What a first start prints.</summary>
internal static class SetupBanner
{
    private static readonly string[] AnyAddress = ["0.0.0.0", "[::]", "*", "+"];

    public static string Render(string address, string token)
    {
        var line = new string('=', 72);
        return $"""

            {line}
              MemoCoach has no account yet. Make the first one here:

              {Reachable(address).TrimEnd('/')}/setup?token={token}

              The token works once. It was not written to any log.
            {line}

            """;
    }

    /// <summary>A server that listens on every address is reached on this machine by its name for itself.</summary>
    private static string Reachable(string address)
    {
        var any = Array.Find(AnyAddress, host => address.Contains($"//{host}", StringComparison.Ordinal));
        return any is null ? address : address.Replace($"//{any}", "//localhost", StringComparison.Ordinal);
    }
}
