using System.Text.RegularExpressions;

namespace MemoCoach.Architecture.Tests;

/// <summary>What the project files and the solution say.</summary>
public sealed partial class SolutionTests
{
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Contracts"] = [],
        ["ServiceDefaults"] = [],
        ["Storage"] = ["ServiceDefaults"],
        ["Messaging"] = ["Contracts", "ServiceDefaults", "Storage"],
        ["Standalone"] = [.. Projects.Services, .. Projects.Libraries],
    };

    public static TheoryData<string> SourceProjects => [.. Projects.Services, .. Projects.Libraries, "Standalone"];

    [Theory]
    [MemberData(nameof(SourceProjects))]
    public void A_project_references_only_what_its_place_allows(string project)
    {
        var allowed = Allowed.GetValueOrDefault(project, [.. Projects.Libraries]);

        Projects.ProjectReferencesOf(project).Except(allowed).ShouldBeEmpty();
    }

    [Fact]
    public void Contracts_has_no_package() => Projects.PackagesOf("Contracts").ShouldBeEmpty();

    [Fact]
    public void Services_reference_the_libraries_so_the_project_files_were_really_read() =>
        Projects.ProjectReferencesOf("Submissions").ShouldContain("Contracts");

    [Fact]
    public void Contracts_are_records_interfaces_or_static()
    {
        Rules.ContractsAreRecordsInterfacesOrStatic(Projects.TypesOf("Contracts")).ShouldBeEmpty();
        Rules.ContractsAreRecordsInterfacesOrStatic(Projects.Samples.Where(type => type.IsIn("MemoCoach.Broken.Messages")))
            .Select(violation => violation.Type).ShouldBe(["MemoCoach.Broken.Messages.HasBehaviour"]);
    }

    [Fact]
    public void Contracts_reference_nothing_but_the_base_library() =>
        Projects.TypesOf("Contracts").SelectMany(type => type.References).Select(reference => reference.Assembly).Distinct()
            .Where(assembly => !assembly.StartsWith("System", StringComparison.Ordinal) && assembly != "MemoCoach.Contracts").ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(SourceProjects))]
    public void No_type_is_named_like_its_namespace(string project) =>
        Rules.NoTypeIsNamedLikeItsNamespace(Projects.TypesOf(project)).ShouldBeEmpty();

    [Fact]
    public void No_type_is_named_like_its_namespace_and_the_rule_can_see() =>
        Rules.NoTypeIsNamedLikeItsNamespace(Projects.Samples).Select(violation => violation.Type)
            .ShouldBe(["MemoCoach.Broken.Review.Review"]);

    [Fact]
    public void The_app_host_is_in_the_solution_but_not_in_its_build()
    {
        var solution = File.ReadAllText(Path.Combine(Projects.Root, "MemoCoach.sln"));
        var projects = ProjectLine().Matches(solution).ToDictionary(match => match.Groups["name"].Value, match => match.Groups["id"].Value);

        foreach (var name in (string[])["AppHost", "AppHost.Tests"])
        {
            solution.ShouldContain($"{projects[name]}.Release|Any CPU.ActiveCfg");
            solution.ShouldNotContain($"{projects[name]}.Release|Any CPU.Build.0");
        }

        solution.ShouldContain($"{projects["Submissions"]}.Release|Any CPU.Build.0");
    }

    [Fact]
    public void Every_project_is_in_the_solution()
    {
        var solution = File.ReadAllText(Path.Combine(Projects.Root, "MemoCoach.sln"));
        var files = Directory.GetFiles(Path.Combine(Projects.Root, "src"), "*.csproj", SearchOption.AllDirectories)
            .Concat(Directory.GetFiles(Path.Combine(Projects.Root, "tests"), "*.csproj", SearchOption.AllDirectories))
            .Select(Path.GetFileName)
            .ToList();

        files.Count.ShouldBeGreaterThan(20);
        files.Where(file => !solution.Contains($"\\{file}\"", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [GeneratedRegex("""Project\("[^"]+"\) = "(?<name>[^"]+)", "[^"]+\.csproj", "(?<id>[^"]+)"\s""")]
    private static partial Regex ProjectLine();
}
