using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;

namespace MemoCoach.Architecture.Tests;

/// <summary>The documents that a machine can check: links, paths, and the page of every setting.</summary>
public sealed partial class DocumentationTests
{
    private static readonly string SettingsPage = Path.Combine(Projects.Root, "docs", "configuration.md");

    public static TheoryData<string> Pages =>
    [
        .. Directory.GetFiles(Projects.Root, "*.md")
            .Concat(Directory.GetFiles(Path.Combine(Projects.Root, "docs"), "*.md", SearchOption.AllDirectories))
            .Select(path => Path.GetRelativePath(Projects.Root, path).Replace('\\', '/')),
    ];

    [Theory]
    [MemberData(nameof(Pages))]
    public void A_page_has_no_broken_link_and_no_path_of_somebodys_machine(string page) =>
        FaultsOf(Path.Combine(Projects.Root, page), File.ReadAllText(Path.Combine(Projects.Root, page))).ShouldBeEmpty();

    [Theory]
    [InlineData("[gone](gone.md)", "gone.md")]
    [InlineData("[gone](README.md#no-such-heading)", "README.md#no-such-heading")]
    [InlineData("it is in /home/somebody/memo.txt", "/home/somebody")]
    public void A_broken_page_is_reported(string text, string fault) =>
        FaultsOf(Path.Combine(Projects.Root, "sample.md"), text).ShouldContain(found => found.Contains(fault));

    [Fact]
    public void A_good_page_is_not_reported() =>
        FaultsOf(Path.Combine(Projects.Root, "sample.md"), "[first](README.md) [tour](README.md#a-short-tour) [web](https://example.org/x)").ShouldBeEmpty();

    [Fact]
    public void Every_setting_is_documented_with_its_environment_variable_and_its_default()
    {
        var rows = SettingRow().Matches(File.ReadAllText(SettingsPage))
            .ToDictionary(row => row.Groups["key"].Value, row => (Variable: row.Groups["variable"].Value, Default: row.Groups["default"].Value));
        var settings = SettingsTypes().SelectMany(type => SettingsOf(SectionOf(type), Activator.CreateInstance(type)!)).ToList();

        settings.Count.ShouldBeGreaterThan(40);
        foreach (var (key, value) in settings)
        {
            rows.ShouldContainKey(key);
            rows[key].Variable.ShouldBe(key.Replace(":", "__"));
            // What is in italics depends on the machine or on another setting.
            if (!rows[key].Default.StartsWith('*'))
            {
                rows[key].Default.ShouldBe(value, key);
            }
        }
    }

    [Fact]
    public void No_setting_is_documented_that_does_not_exist()
    {
        var sections = SettingsTypes().Select(SectionOf).ToHashSet();
        var existing = SettingsTypes().SelectMany(type => SettingsOf(SectionOf(type), Activator.CreateInstance(type)!)).Select(setting => setting.Key);

        SettingRow().Matches(File.ReadAllText(SettingsPage)).Select(row => row.Groups["key"].Value)
            .Where(key => sections.Contains(key[..Math.Max(0, key.LastIndexOf(':'))]))
            .Except(existing).ShouldBeEmpty();
    }

    private static IEnumerable<Type> SettingsTypes() =>
        Projects.Services.Concat(Projects.Libraries)
            .SelectMany(project => Assembly.Load($"MemoCoach.{project}").GetTypes())
            .Where(type => type is { IsClass: true, IsAbstract: false } && type.GetField("Section")?.IsLiteral == true);

    private static string SectionOf(Type type) => (string)type.GetField("Section")!.GetRawConstantValue()!;

    private static IEnumerable<(string Key, string Default)> SettingsOf(string section, object settings)
    {
        foreach (var property in settings.GetType().GetProperties().Where(property => property.CanWrite))
        {
            var value = property.GetValue(settings);
            if (value is not null && value.GetType().Namespace!.StartsWith("MemoCoach", StringComparison.Ordinal) && !value.GetType().IsEnum)
            {
                foreach (var nested in SettingsOf($"{section}:{property.Name}", value))
                {
                    yield return nested;
                }
            }
            else
            {
                yield return ($"{section}:{property.Name}", Write(value));
            }
        }
    }

    private static string Write(object? value) => value switch
    {
        null or "" => "",
        bool flag => flag ? "`true`" : "`false`",
        string text => $"`{text}`",
        IEnumerable list => string.Join(", ", list.Cast<object>().Select(Write)),
        IFormattable formattable => $"`{formattable.ToString(null, CultureInfo.InvariantCulture)}`",
        _ => $"`{value}`",
    };

    private static IEnumerable<string> FaultsOf(string page, string text)
    {
        var folder = Path.GetDirectoryName(page)!;
        foreach (Match link in Link().Matches(text))
        {
            var (path, _, heading) = Split(link.Groups["target"].Value);
            var target = path.Length == 0 ? page : Path.GetFullPath(Path.Combine(folder, path));
            if (!File.Exists(target) && !Directory.Exists(target))
            {
                yield return $"no such file: {link.Groups["target"].Value}";
            }
            else if (heading.Length > 0 && !HeadingsOf(File.Exists(target) && target != page ? File.ReadAllText(target) : text).Contains(heading))
            {
                yield return $"no such heading: {link.Groups["target"].Value}";
            }
        }

        foreach (Match path in MachinePath().Matches(text))
        {
            yield return $"a path of one machine: {path.Value}";
        }
    }

    private static (string Path, char Mark, string Heading) Split(string target) =>
        target.IndexOf('#', StringComparison.Ordinal) is var mark and >= 0 ? (target[..mark], '#', target[(mark + 1)..]) : (target, ' ', "");

    /// <summary>As GitHub makes anchors of headings.</summary>
    private static HashSet<string> HeadingsOf(string text) =>
        Heading().Matches(text)
            .Select(heading => NotInAnchor().Replace(heading.Groups["text"].Value.Trim().ToLowerInvariant(), "").Replace(' ', '-'))
            .ToHashSet();

    [GeneratedRegex(@"\]\((?!https?:|mailto:)(?<target>[^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"(?<![\w.])/(?:home|root|Users|work)/[\w./-]+")]
    private static partial Regex MachinePath();

    [GeneratedRegex("^#{1,6} (?<text>.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"[^\w\- ]")]
    private static partial Regex NotInAnchor();

    [GeneratedRegex(@"^\| `(?<key>[\w:]+)` \| `(?<variable>\w+)` \| (?<default>[^|]*?) \| [^|]+ \|", RegexOptions.Multiline)]
    private static partial Regex SettingRow();
}
