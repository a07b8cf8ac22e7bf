namespace MemoCoach.Gateway.Web.Reviews;

/// <summary>How much a finding weighs; a word that is not known is shown like the lightest.</summary>
internal static class Severities
{
    private static readonly string[] FromGravest = ["high", "medium", "low"];

    public static string Normal(string severity) => FromGravest.Contains(severity) ? severity : FromGravest[^1];

    public static string? Gravest(IReadOnlyCollection<string> severities) =>
        severities.Count == 0 ? null : FromGravest.First(severity => severities.Any(one => Normal(one) == severity));
}
