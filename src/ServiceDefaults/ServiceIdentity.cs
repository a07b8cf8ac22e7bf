namespace MemoCoach.ServiceDefaults;

/// <summary>Which program this is, and where it listens unless told otherwise.</summary>
/// <param name="Name">Names the log files and the telemetry: <c>submissions</c>, or <c>memocoach</c> for all in one.</param>
public sealed record ServiceIdentity(string Name, int Port, int ManagementPort)
{
    private static readonly ServiceIdentity Standalone = new("memocoach", 8080, 8081);

    // Every program has ports of its own, so that all of them start side by side on one machine.
    private static readonly Dictionary<string, ServiceIdentity> Known = new(StringComparer.Ordinal)
    {
        ["MemoCoach.Gateway"] = new("gateway", 8080, 8081),
        ["MemoCoach.Submissions"] = new("submissions", 8110, 8111),
        ["MemoCoach.Evaluation"] = new("evaluation", 8120, 8121),
        ["MemoCoach.ConfigService"] = new("config", 8130, 8131),
        ["MemoCoach.Maintenance"] = new("maintenance", 8140, 8141),
    };

    public static ServiceIdentity Of(string applicationName) => Known.GetValueOrDefault(applicationName, Standalone);
}
