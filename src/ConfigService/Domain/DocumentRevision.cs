namespace MemoCoach.ConfigService.Domain;

/// <summary>One version of a document that was put in force: an entry of its history. Never changed, never removed.</summary>
public sealed class DocumentRevision
{
    public required Guid Id { get; init; }

    public required string Name { get; init; }

    /// <summary>Follows from the content: going back to an older content brings its revision back.</summary>
    public required string Revision { get; init; }

    /// <summary>The document as YAML, normalised.</summary>
    public required string Content { get; init; }

    /// <summary>One of <see cref="RevisionSources"/>.</summary>
    public required string Source { get; init; }

    /// <summary>The account that made the change, where it was made through the interface.</summary>
    public Guid? AuthorId { get; init; }

    /// <summary>Why it was made.</summary>
    public required string Message { get; init; }

    public required DateTimeOffset PublishedAt { get; init; }
}

/// <summary>Where a revision came from.</summary>
public static class RevisionSources
{
    /// <summary>Shipped with the program.</summary>
    public const string Seed = "seed";

    /// <summary>Found in the working copy.</summary>
    public const string File = "file";

    /// <summary>Saved through the API.</summary>
    public const string Interface = "interface";

    /// <summary>An older revision that was put in force again.</summary>
    public const string Rollback = "rollback";
}

/// <summary>Who changes a document, why, and from where.</summary>
public sealed record Authorship(string Source, Guid? AuthorId, string Message)
{
    public const int LongestMessage = 500;
}
