using System.Runtime.CompilerServices;

namespace MemoCoach.ConfigService.Tests;

/// <summary>The documents of the repository's <c>config</c> folder.</summary>
internal static class ShippedDocuments
{
    public static string Directory { get; } = FindDirectory();

    public static string Read(string name) => File.ReadAllText(Path.Combine(Directory, $"{name}.yaml"));

    private static string FindDirectory([CallerFilePath] string source = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(source)!, "..", "..", "config"));
}
