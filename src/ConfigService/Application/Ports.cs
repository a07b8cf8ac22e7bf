using MemoCoach.ConfigService.Domain;

namespace MemoCoach.ConfigService.Application;

/// <summary>The database of this service: which revision of each document is in force, and every one that ever was.</summary>
public interface IRevisionStorage
{
    Task<IReadOnlyList<DocumentRevision>> ReadActiveAsync(CancellationToken cancellationToken);

    Task<DocumentRevision?> FindActiveAsync(string name, CancellationToken cancellationToken);

    /// <summary>The newest history entry with this revision.</summary>
    Task<DocumentRevision?> FindAsync(string name, string revision, CancellationToken cancellationToken);

    /// <summary>History, newest first.</summary>
    /// <param name="before">Time of the last entry of the page before (times are unique in a history); null: first page.</param>
    Task<IReadOnlyList<DocumentRevision>> ReadHistoryAsync(string name, int limit, DateTimeOffset? before, CancellationToken cancellationToken);

    /// <summary>
    /// Puts a revision in force and announces it to all services, in one transaction, provided that
    /// <paramref name="expected"/> (null: none) is still the one in force.
    /// </summary>
    /// <returns>False when another revision came first; nothing was changed then.</returns>
    Task<bool> TryActivateAsync(DocumentRevision revision, string? expected, CancellationToken cancellationToken);
}

/// <summary>The directory of YAML files that people can read and edit.</summary>
public interface IWorkingCopy
{
    /// <summary>Whether the program may write here. Where not (a mounted read-only volume), documents change at their source.</summary>
    bool IsWritable { get; }

    string PathOf(string name);

    /// <summary>The file's bytes, cut off just above the limit of a document; null when there is no file.</summary>
    byte[]? Read(string name);

    /// <summary>Replaces the file, durably and atomically: a reader or a crash sees the old content or the new.</summary>
    void Write(string name, string content);

    /// <summary>Keeps what the file holds now under another name, before it is replaced by something that does not contain it.</summary>
    void SetAside(string name);

    /// <summary>What this program noted about the file.</summary>
    CopyNote? FindNote(string name);

    void SaveNote(string name, CopyNote note);
}

/// <summary>
/// Tells a file that somebody edited from a file that is merely behind: it was edited when it differs from the
/// revision that the program last wrote or read here.
/// </summary>
/// <param name="Revision">The revision of the file when it last agreed with the database.</param>
/// <param name="Pending">A change that is being written: file first, database second.</param>
public sealed record CopyNote(string? Revision, PendingChange? Pending = null);

/// <param name="Revision">The revision that the file is about to have.</param>
/// <param name="Base">The revision that the change was made against.</param>
public sealed record PendingChange(string Revision, string? Base, Authorship Authorship);

/// <summary>The documents that ship with the program.</summary>
public interface ISeed
{
    byte[]? Find(string name);
}
