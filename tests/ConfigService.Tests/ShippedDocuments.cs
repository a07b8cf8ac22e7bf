namespace MemoCoach.ConfigService.Tests;

/// <summary>The documents of the repository's <c>config</c> folder.</summary>
internal static class ShippedDocuments
{
    public static string Directory { get; } = TestKit.RepositoryRoot.Combine("config");

    public static string Read(string name) => File.ReadAllText(Path.Combine(Directory, $"{name}.yaml"));
}
