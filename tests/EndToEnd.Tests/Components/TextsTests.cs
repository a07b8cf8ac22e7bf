using System.Text.RegularExpressions;
using System.Xml.Linq;
using MemoCoach.TestKit;

namespace MemoCoach.EndToEnd.Tests.Components;

/// <summary>The words of the pages, in every language.</summary>
public sealed partial class TextsTests
{
    private static readonly string Web = RepositoryRoot.Combine("src", "Gateway", "Web");

    [Fact]
    public void Every_word_is_there_in_both_languages_with_the_same_places()
    {
        var (english, spanish) = (Read("Texts.resx"), Read("Texts.es.resx"));

        spanish.Keys.ShouldBe(english.Keys);
        english.Where(text => !Places(text.Value).SetEquals(Places(spanish[text.Key]))).ShouldBeEmpty();
    }

    [Fact]
    public void Every_word_that_a_page_asks_for_exists()
    {
        var known = Read("Texts.resx").Keys.ToHashSet();
        var asked = Directory.EnumerateFiles(Web, "*.razor", SearchOption.AllDirectories)
            .SelectMany(file => Asked().Matches(File.ReadAllText(file)).Select(match => match.Groups["key"].Value))
            .ToList();

        asked.Count.ShouldBeGreaterThan(80);
        asked.Where(key => !known.Contains(key)).ShouldBeEmpty();
    }

    private static Dictionary<string, string> Read(string file) =>
        XDocument.Load(Path.Combine(Web, "Resources", file)).Root!.Elements("data")
            .ToDictionary(data => data.Attribute("name")!.Value, data => data.Element("value")!.Value);

    private static HashSet<string> Places(string text) => [.. Place().Matches(text).Select(match => match.Value)];

    [GeneratedRegex("""(?:L|texts)\["(?<key>[^"{]+)"[],]""")]
    private static partial Regex Asked();

    [GeneratedRegex(@"\{\d[^}]*\}")]
    private static partial Regex Place();
}
