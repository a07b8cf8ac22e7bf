using System.Globalization;
using MemoCoach.Evaluation.Domain;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace MemoCoach.Evaluation.Infrastructure;

/// <summary>A rubric document that cannot be used, and where it goes wrong. Lines and columns count from 1.</summary>
public sealed class RubricInvalidException(string message, long line, long column, string path, Exception? inner = null)
    : Exception(message, inner)
{
    public long Line { get; } = line;

    public long Column { get; } = column;

    /// <summary>Where in the document, for example <c>criteria[2].weight</c>; empty for the document itself.</summary>
    public string Path { get; } = path;
}

/// <summary>Reads <c>rubric.yaml</c>. Every complaint names its line, so that a coach can mend it without us.</summary>
public static class RubricYaml
{
    private static readonly string[] RootKeys = ["id", "scale", "criteria"];
    private static readonly string[] ScaleKeys = ["min", "max"];
    private static readonly string[] CriterionKeys = ["id", "weight", "name", "description", "guidance"];
    private static readonly string[] LanguageKeys = ["en", "es"];

    public static Rubric Parse(string yaml, string revision)
    {
        var root = Load(yaml);
        OnlyKeys(root, "", RootKeys);
        var id = Text(root, "id", "");
        var scale = Scale(Map(root, "scale", ""));
        var list = Child(root, "criteria", "") as YamlSequenceNode
            ?? throw Invalid("'criteria' must be a list.", root, "criteria");
        var criteria = new List<Criterion>();
        foreach (var node in list)
        {
            var path = $"criteria[{criteria.Count}]";
            criteria.Add(ReadCriterion(node as YamlMappingNode ?? throw Invalid("A criterion must be a mapping.", node, path), path, scale, criteria));
        }

        try
        {
            return new Rubric(id, revision, scale, criteria);
        }
        catch (ArgumentException problem)
        {
            throw new RubricInvalidException(Sentence(problem), list.Start.Line, list.Start.Column, "criteria", problem);
        }
    }

    private static YamlMappingNode Load(string yaml)
    {
        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(yaml));
            if (stream.Documents.Count == 1 && stream.Documents[0].RootNode is YamlMappingNode root)
            {
                return root;
            }
        }
        catch (YamlException problem)
        {
            throw new RubricInvalidException(problem.Message, problem.Start.Line, problem.Start.Column, "", problem);
        }

        throw new RubricInvalidException("A rubric is one YAML document that holds a mapping.", 1, 1, "");
    }

    private static ScoreScale Scale(YamlMappingNode node)
    {
        OnlyKeys(node, "scale", ScaleKeys);
        try
        {
            return new ScoreScale(Whole(node, "min", "scale"), Whole(node, "max", "scale"));
        }
        catch (ArgumentException problem)
        {
            throw new RubricInvalidException(Sentence(problem), node.Start.Line, node.Start.Column, "scale", problem);
        }
    }

    private static Criterion ReadCriterion(YamlMappingNode node, string path, ScoreScale scale, List<Criterion> earlier)
    {
        OnlyKeys(node, path, CriterionKeys);
        var id = Text(node, "id", path);
        if (earlier.Exists(criterion => criterion.Id == id))
        {
            throw Invalid($"Criterion '{id}' appears twice.", Child(node, "id", path), $"{path}.id");
        }

        var weight = Number(node, "weight", path);
        if (!(weight > 0 && weight <= 100))
        {
            throw Invalid("A weight is more than 0 and at most 100.", Child(node, "weight", path), $"{path}.weight");
        }

        return new Criterion(
            id,
            Localized(Map(node, "name", path), $"{path}.name"),
            Localized(Map(node, "description", path), $"{path}.description"),
            weight,
            Guidance(Map(node, "guidance", path), $"{path}.guidance", scale));
    }

    private static Dictionary<int, LocalizedText> Guidance(YamlMappingNode node, string path, ScoreScale scale)
    {
        var guidance = new Dictionary<int, LocalizedText>();
        foreach (var (key, value) in node.Children)
        {
            var name = (key as YamlScalarNode)?.Value ?? "";
            if (!int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var score) || score < scale.Min || score > scale.Max)
            {
                throw Invalid($"'{name}' is not a score between {scale.Min} and {scale.Max}.", key, $"{path}.{name}");
            }

            guidance[score] = Localized(value as YamlMappingNode ?? throw Invalid("Guidance is given as en and es.", value, $"{path}.{name}"), $"{path}.{name}");
        }

        for (var score = scale.Min; score <= scale.Max; score++)
        {
            if (!guidance.ContainsKey(score))
            {
                throw Invalid($"There is no guidance for score {score}.", node, path);
            }
        }

        return guidance;
    }

    private static LocalizedText Localized(YamlMappingNode node, string path)
    {
        OnlyKeys(node, path, LanguageKeys);
        return new LocalizedText(Text(node, "en", path), Text(node, "es", path));
    }

    private static void OnlyKeys(YamlMappingNode node, string path, string[] known)
    {
        foreach (var key in node.Children.Keys)
        {
            var name = (key as YamlScalarNode)?.Value;
            if (!known.Contains(name))
            {
                throw Invalid($"'{name}' is not known here; expected {string.Join(", ", known)}.", key, Join(path, name ?? ""));
            }
        }
    }

    private static YamlNode Child(YamlMappingNode node, string key, string path) =>
        node.Children.TryGetValue(new YamlScalarNode(key), out var child)
            ? child
            : throw Invalid($"'{key}' is missing.", node, Join(path, key));

    private static YamlMappingNode Map(YamlMappingNode node, string key, string path) =>
        Child(node, key, path) as YamlMappingNode ?? throw Invalid($"'{key}' must be a mapping.", Child(node, key, path), Join(path, key));

    private static string Text(YamlMappingNode node, string key, string path) =>
        Child(node, key, path) is YamlScalarNode { Value: { } text } && !string.IsNullOrWhiteSpace(text)
            ? text.Trim()
            : throw Invalid($"'{key}' must be a text and not empty.", Child(node, key, path), Join(path, key));

    private static double Number(YamlMappingNode node, string key, string path) =>
        double.TryParse(Text(node, key, path), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw Invalid($"'{key}' must be a number.", Child(node, key, path), Join(path, key));

    private static int Whole(YamlMappingNode node, string key, string path) =>
        int.TryParse(Text(node, key, path), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw Invalid($"'{key}' must be a whole number.", Child(node, key, path), Join(path, key));

    private static string Join(string path, string key) => path.Length == 0 ? key : $"{path}.{key}";

    private static RubricInvalidException Invalid(string message, YamlNode node, string path) =>
        new(message, node.Start.Line, node.Start.Column, path);

    // ArgumentException adds the parameter's name, which means nothing to a coach.
    private static string Sentence(ArgumentException problem) =>
        problem.ParamName is null ? problem.Message : problem.Message.Split(" (Parameter", 2)[0];
}
