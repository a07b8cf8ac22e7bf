namespace MemoCoach.ConfigService.Domain.Documents;

/// <summary>A place in a document, as editors count: line and column start at 1.</summary>
public readonly record struct Position(int Line, int Column);

/// <summary>One value of a parsed document, free of any YAML library.</summary>
public abstract record DocumentNode(Position Position);

/// <summary>A mapping whose keys are plain text and unique.</summary>
public sealed record MappingNode(Position Position, IReadOnlyList<MappingEntry> Entries) : DocumentNode(Position);

public sealed record MappingEntry(string Key, Position KeyPosition, DocumentNode Value);

public sealed record SequenceNode(Position Position, IReadOnlyList<DocumentNode> Items) : DocumentNode(Position);

/// <param name="IsPlain">
/// Written without quotes, so that it may stand for a number, a truth value or nothing; quoted text is always text.
/// </param>
public sealed record ScalarNode(Position Position, string Value, bool IsPlain) : DocumentNode(Position)
{
    public bool IsNull => IsPlain && Value is ("" or "~" or "null" or "Null" or "NULL");
}
