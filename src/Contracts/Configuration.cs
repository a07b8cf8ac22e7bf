namespace MemoCoach.Contracts;

/// <summary>A new revision of a configuration document is in force. Heard by every instance of every service.</summary>
/// <param name="Name">Name of the document, for example <c>rubric</c>.</param>
/// <param name="Revision">Identifier of the revision; also the document's ETag.</param>
/// <param name="Content">The whole document, as YAML.</param>
public sealed record ConfigRevisionPublished(string Name, string Revision, string Content, DateTimeOffset PublishedAt);

/// <summary>Asks ConfigService for the active revisions. Answered with <see cref="ConfigurationDocuments"/>.</summary>
/// <param name="Names">The documents wanted; empty for all of them.</param>
public sealed record GetConfiguration(IReadOnlyList<string> Names);

/// <summary>The active revisions that were asked for; a name that ConfigService does not know is left out.</summary>
public sealed record ConfigurationDocuments(IReadOnlyList<ConfigRevisionPublished> Documents);
