using System.Collections.Concurrent;
using System.Reflection;
using System.Xml.Linq;

namespace MemoCoach.Architecture.Tests;

/// <summary>The solution's projects: their files, and their assemblies beside this one.</summary>
internal static class Projects
{
    private static readonly ConcurrentDictionary<string, Lazy<IReadOnlyList<CodeType>>> Read = new();

    public static IReadOnlyList<string> Services { get; } = ["Submissions", "Evaluation", "ConfigService", "Maintenance", "Gateway"];

    public static IReadOnlyList<string> Libraries { get; } = ["Contracts", "ServiceDefaults", "Storage", "Messaging"];

    public static string Root { get; } = FindRoot();

    public static IReadOnlyList<CodeType> TypesOf(string project) => Read.GetOrAdd(project, name =>
        new Lazy<IReadOnlyList<CodeType>>(() =>
            Code.Read(Path.Combine(AppContext.BaseDirectory, name == "Standalone" ? "memocoach.dll" : $"MemoCoach.{name}.dll")))).Value;

    /// <summary>Samples in this test assembly that break the rules on purpose.</summary>
    public static IReadOnlyList<CodeType> Samples { get; } = Code.Read(Assembly.GetExecutingAssembly().Location);

    public static IReadOnlyList<string> ProjectReferencesOf(string project) => ItemsOf(project, "ProjectReference")
        .Select(path => Path.GetFileNameWithoutExtension(path.Replace('\\', '/')))
        .ToList();

    public static IReadOnlyList<string> PackagesOf(string project) => ItemsOf(project, "PackageReference");

    private static List<string> ItemsOf(string project, string item) =>
        XDocument.Load(Path.Combine(Root, "src", project, $"{project}.csproj"))
            .Descendants(item)
            .Select(element => element.Attribute("Include")?.Value)
            .OfType<string>()
            .ToList();

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "MemoCoach.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("No MemoCoach.sln above this test.");
        }

        return folder.FullName;
    }
}
