using MemoCoach.ConfigService.Domain.Documents;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace MemoCoach.ConfigService.Application.Validation;

/// <summary>
/// Reads one YAML document into nodes, event by event, and gives up at the first thing that is unsafe or ambiguous:
/// too deep, too large, anchors and aliases (they can explode), tags (they name types), duplicate keys (the last one
/// would win silently), a second document.
/// </summary>
public sealed class YamlDocumentReader
{
    private readonly DocumentLimits _limits;
    private readonly Parser _parser;
    private int _values;

    private YamlDocumentReader(string text, DocumentLimits limits)
    {
        _limits = limits;
        _parser = new Parser(new StringReader(text));
    }

    public static DocumentNode? Read(string text, DocumentLimits limits, ProblemList problems)
    {
        try
        {
            return new YamlDocumentReader(text, limits).ReadStream();
        }
        catch (RefusedException refused)
        {
            problems.Add(refused.Problem);
        }
        catch (YamlException malformed)
        {
            problems.Add(DocumentProblem.At(PositionOf(malformed.Start), DocumentProblem.Root, $"This is not valid YAML: {Sentence(malformed)}"));
        }

        return null;
    }

    private DocumentNode ReadStream()
    {
        Expect<StreamStart>();
        if (_parser.Current is StreamEnd)
        {
            throw Refused(_parser.Current, DocumentProblem.Root, "The document is empty.");
        }

        Expect<DocumentStart>();
        var root = ReadNode(DocumentProblem.Root, depth: 1);
        if (root is ScalarNode { IsNull: true })
        {
            throw new RefusedException(DocumentProblem.At(root.Position, DocumentProblem.Root, "The document is empty."));
        }

        Expect<DocumentEnd>();
        if (_parser.Current is not StreamEnd)
        {
            throw Refused(_parser.Current!, DocumentProblem.Root, "A file holds one document; here a second one begins.", "Remove the '---' line.");
        }

        return root;
    }

    private DocumentNode ReadNode(string path, int depth)
    {
        var current = _parser.Current!;
        if (++_values > _limits.MaximumValues)
        {
            throw Refused(current, path, $"The document has more than {_limits.MaximumValues} values.");
        }

        if (current is AnchorAlias)
        {
            throw Refused(current, path, "Aliases are not allowed.", "Write the value out.");
        }

        var node = (NodeEvent)current;
        if (!node.Anchor.IsEmpty)
        {
            throw Refused(current, path, "Anchors are not allowed.", "Write the value out where it is needed.");
        }

        if (!node.Tag.IsEmpty)
        {
            throw Refused(current, path, "Tags are not allowed.", "Remove the part that begins with '!'.");
        }

        if (depth > _limits.MaximumDepth)
        {
            throw Refused(current, path, $"The document is nested deeper than {_limits.MaximumDepth} levels.");
        }

        switch (node)
        {
            case Scalar scalar:
                _parser.MoveNext();
                return new ScalarNode(PositionOf(scalar.Start), scalar.Value, scalar.Style == ScalarStyle.Plain);
            case SequenceStart:
                return ReadSequence(path, depth);
            default:
                return ReadMapping(path, depth);
        }
    }

    private SequenceNode ReadSequence(string path, int depth)
    {
        var start = Expect<SequenceStart>();
        var items = new List<DocumentNode>();
        while (_parser.Current is not SequenceEnd)
        {
            items.Add(ReadNode($"{path}[{items.Count}]", depth + 1));
        }

        _parser.MoveNext();
        return new SequenceNode(PositionOf(start.Start), items);
    }

    private MappingNode ReadMapping(string path, int depth)
    {
        var start = Expect<MappingStart>();
        var entries = new List<MappingEntry>();
        var seen = new Dictionary<string, Position>(StringComparer.Ordinal);
        while (_parser.Current is not MappingEnd)
        {
            if (_parser.Current is not Scalar)
            {
                throw Refused(_parser.Current!, path, "A key must be plain text.");
            }

            var key = (ScalarNode)ReadNode(path, depth + 1);
            var keyPath = path == DocumentProblem.Root ? Shorten(key.Value) : $"{path}.{Shorten(key.Value)}";
            if (!seen.TryAdd(key.Value, key.Position))
            {
                throw new RefusedException(DocumentProblem.At(key.Position, keyPath,
                    $"The key '{Shorten(key.Value)}' stands here twice; the first is on line {seen[key.Value].Line}.", "Remove one of them."));
            }

            entries.Add(new MappingEntry(key.Value, key.Position, ReadNode(keyPath, depth + 1)));
        }

        _parser.MoveNext();
        return new MappingNode(PositionOf(start.Start), entries);
    }

    private TEvent Expect<TEvent>()
        where TEvent : ParsingEvent
    {
        if (_parser.Current is null)
        {
            _parser.MoveNext();
        }

        var current = (TEvent)_parser.Current!;
        _parser.MoveNext();
        return current;
    }

    private static RefusedException Refused(ParsingEvent at, string path, string message, string? suggestion = null) =>
        new(DocumentProblem.At(PositionOf(at.Start), path, message, suggestion));

    private static Position PositionOf(Mark mark) => new(Math.Max(1, (int)mark.Line), Math.Max(1, (int)mark.Column));

    private static string Shorten(string key) => key.Length <= 60 ? key : string.Concat(key.AsSpan(0, 60), "...");

    // Only the parser's own sentence: what it quotes of the document is bounded, and inner exceptions are noise.
    private static string Sentence(YamlException malformed) =>
        malformed.Message.Length <= 200 ? malformed.Message : string.Concat(malformed.Message.AsSpan(0, 200), "...");

    private sealed class RefusedException(DocumentProblem problem) : Exception
    {
        public DocumentProblem Problem { get; } = problem;
    }
}
