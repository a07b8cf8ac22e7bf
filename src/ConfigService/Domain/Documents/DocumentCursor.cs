using System.Globalization;

namespace MemoCoach.ConfigService.Domain.Documents;

/// <summary>
/// Walks a document and notes what is wrong where it is wrong. Each reading method returns null when the value is not
/// what was asked for, having noted so; rules carry on with the rest and report everything in one go.
/// </summary>
public sealed class DocumentCursor(DocumentNode node, string path, ProblemList problems)
{
    private const int DefaultMaximumLength = 2_000;

    public DocumentNode Node => node;

    public string Path => path;

    public bool IsNull => node is ScalarNode { IsNull: true };

    public void Refuse(string message, string? suggestion = null) =>
        problems.Add(DocumentProblem.At(node.Position, path, message, suggestion));

    /// <summary>True when the value is a mapping; keys outside <paramref name="known"/> are noted.</summary>
    public bool HasKeys(params ReadOnlySpan<string> known)
    {
        if (node is not MappingNode mapping)
        {
            Refuse("This must be a mapping of keys to values.");
            return false;
        }

        foreach (var entry in mapping.Entries)
        {
            if (!known.Contains(entry.Key))
            {
                problems.Add(DocumentProblem.At(
                    entry.KeyPosition,
                    PathOf(entry.Key),
                    $"The key '{Shorten(entry.Key)}' is not known here.",
                    Spelling.Suggest(entry.Key, known)));
            }
        }

        return true;
    }

    public DocumentCursor? Find(string key)
    {
        var entry = (node as MappingNode)?.Entries.FirstOrDefault(candidate => candidate.Key == key);
        return entry is null ? null : new DocumentCursor(entry.Value, PathOf(key), problems);
    }

    public DocumentCursor? Require(string key)
    {
        if (node is not MappingNode)
        {
            return null;
        }

        var found = Find(key);
        if (found is null)
        {
            problems.Add(DocumentProblem.At(node.Position, PathOf(key), $"The key '{key}' is missing."));
        }
        else if (found.IsNull)
        {
            found.Refuse($"'{key}' must have a value.");
            return null;
        }

        return found;
    }

    public IReadOnlyList<DocumentCursor> Items(int minimum = 0)
    {
        if (node is not SequenceNode sequence)
        {
            Refuse("This must be a list.", "Start each item with '- '.");
            return [];
        }

        if (sequence.Items.Count < minimum)
        {
            Refuse($"This list must have at least {minimum} item{(minimum == 1 ? "" : "s")}.");
        }

        return [.. sequence.Items.Select((item, index) => new DocumentCursor(item, $"{path}[{index}]", problems))];
    }

    public IReadOnlyList<(string Key, DocumentCursor Value)> Entries()
    {
        if (node is not MappingNode mapping)
        {
            Refuse("This must be a mapping of keys to values.");
            return [];
        }

        return [.. mapping.Entries.Select(entry => (entry.Key, new DocumentCursor(entry.Value, PathOf(entry.Key), problems)))];
    }

    public string? Text(int maximumLength = DefaultMaximumLength)
    {
        if (node is not ScalarNode scalar || scalar.IsNull)
        {
            Refuse("This must be text.");
            return null;
        }

        if (string.IsNullOrWhiteSpace(scalar.Value))
        {
            Refuse("This text must not be empty.");
            return null;
        }

        if (scalar.Value.Length > maximumLength)
        {
            Refuse($"This text has {scalar.Value.Length} characters; at most {maximumLength} are allowed.");
            return null;
        }

        return scalar.Value;
    }

    public string? OneOf(params ReadOnlySpan<string> allowed)
    {
        var text = Text();
        if (text is null || allowed.Contains(text))
        {
            return text;
        }

        Refuse($"'{Shorten(text)}' is not one of {string.Join(", ", allowed)}.", Spelling.Suggest(text, allowed));
        return null;
    }

    public decimal? Number(decimal minimum, decimal maximum)
    {
        if (node is not ScalarNode { IsPlain: true } scalar ||
            !decimal.TryParse(scalar.Value, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
        {
            Refuse("This must be a number.", node is ScalarNode { IsPlain: false } ? "Remove the quotes." : null);
            return null;
        }

        if (number < minimum || number > maximum)
        {
            Refuse(string.Create(CultureInfo.InvariantCulture, $"{number} is out of range: {minimum} to {maximum}."));
            return null;
        }

        return number;
    }

    public int? WholeNumber(int minimum, int maximum)
    {
        var number = Number(minimum, maximum);
        if (number is null || decimal.Truncate(number.Value) == number)
        {
            return (int?)number;
        }

        Refuse("This must be a whole number.");
        return null;
    }

    public bool? TruthValue()
    {
        switch (node)
        {
            case ScalarNode { IsPlain: true, Value: "true" }:
                return true;
            case ScalarNode { IsPlain: true, Value: "false" }:
                return false;
            default:
                Refuse("This must be true or false.");
                return null;
        }
    }

    /// <summary>A duration as people write it: <c>90s</c>, <c>15m</c>, <c>8h</c>, <c>30d</c>.</summary>
    public TimeSpan? Duration(TimeSpan minimum, TimeSpan maximum)
    {
        if (node is not ScalarNode scalar || Durations.Parse(scalar.Value) is not { } duration)
        {
            Refuse("This must be a duration.", "Write a whole number and its unit: 90s, 15m, 8h or 30d.");
            return null;
        }

        if (duration < minimum || duration > maximum)
        {
            Refuse($"{((ScalarNode)node).Value} is out of range: {Durations.Write(minimum)} to {Durations.Write(maximum)}.");
            return null;
        }

        return duration;
    }

    private string PathOf(string key)
    {
        var segment = Shorten(key);
        return path == DocumentProblem.Root ? segment : $"{path}.{segment}";
    }

    private static string Shorten(string text) => text.Length <= 60 ? text : string.Concat(text.AsSpan(0, 60), "...");
}
