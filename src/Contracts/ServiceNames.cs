namespace MemoCoach.Contracts;

/// <summary>The short names of the services: they name queues, databases, connection strings and health checks.</summary>
public static class ServiceNames
{
    public const string Gateway = "gateway";
    public const string Submissions = "submissions";
    public const string Evaluation = "evaluation";
    public const string Config = "config";
    public const string Maintenance = "maintenance";

    public static IReadOnlyList<string> All { get; } = [Gateway, Submissions, Evaluation, Config, Maintenance];
}
