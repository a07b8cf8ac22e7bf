using System.Text;
using MemoCoach.ConfigService.Application.Validation;
using MemoCoach.ConfigService.Domain;
using MemoCoach.ConfigService.Domain.Documents;
using Microsoft.Extensions.Logging;

namespace MemoCoach.ConfigService.Application;

/// <summary>
/// Brings the working copy and the database together. A valid edit becomes the revision in force; a file that is behind
/// is brought up to date; an invalid file is reported and left alone, and the last good revision stays in force.
/// </summary>
/// <remarks>Idempotent: a crash at any point is healed by running it again. Callers hold the <see cref="DocumentLock"/>.</remarks>
public sealed class SynchroniseWorkingCopy(
    IWorkingCopy copy,
    IRevisionStorage storage,
    ISeed seed,
    DocumentValidator validator,
    DocumentStates states,
    ActivateRevision activate,
    ILogger<SynchroniseWorkingCopy> logger)
{
    // Another replica may win the race for a document; then this one looks again.
    private const int Attempts = 3;

    /// <returns>The revision in force, or null when there is none yet.</returns>
    public async Task<DocumentRevision?> RunAsync(string name, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var active = await storage.FindActiveAsync(name, cancellationToken);
            var (settled, result) = await TrySettleAsync(name, active, cancellationToken);
            if (settled || attempt == Attempts)
            {
                return result;
            }
        }
    }

    private async Task<(bool Settled, DocumentRevision? Active)> TrySettleAsync(
        string name, DocumentRevision? active, CancellationToken cancellationToken)
    {
        if (ReadOrRestore(name, active) is not { } bytes)
        {
            Report(name, [new DocumentProblem(1, 1, DocumentProblem.Root, "The file is missing.")]);
            return (true, active);
        }

        var document = validator.Validate(name, bytes);
        var note = copy.FindNote(name);
        if (active is not null && document.Revision != active.Revision && IsBehind(document.Revision, note, active))
        {
            return (true, BringUpToDate(name, active));
        }

        if (!document.IsValid)
        {
            Report(name, document.Problems);
            return active is null ? await ActivateSeedAsync(name, cancellationToken) : (true, active);
        }

        states.Clear(name);
        if (document.Revision == active?.Revision)
        {
            Note(name, document.Revision!, note);
            return (true, active);
        }

        var published = await activate.RunAsync(name, document, active, AuthorshipOf(name, document, note, active), cancellationToken);
        if (published is not null)
        {
            Note(name, published.Revision, note);
        }

        return (published is not null, published);
    }

    private byte[]? ReadOrRestore(string name, DocumentRevision? active)
    {
        if (copy.Read(name) is { } bytes)
        {
            return bytes;
        }

        var content = active is null ? seed.Find(name) : Encoding.UTF8.GetBytes(active.Content);
        if (content is not null && copy.IsWritable)
        {
            copy.Write(name, Encoding.UTF8.GetString(content));
        }

        return content;
    }

    // Unchanged since it was last in step, or the rest of a change that lost a race and then its process.
    private static bool IsBehind(string? revision, CopyNote? note, DocumentRevision active) =>
        revision is not null &&
        (revision == note?.Revision || (revision == note?.Pending?.Revision && note.Pending.Base != active.Revision));

    private DocumentRevision BringUpToDate(string name, DocumentRevision active)
    {
        if (copy.IsWritable)
        {
            copy.Write(name, active.Content);
            copy.SaveNote(name, new CopyNote(active.Revision));
        }

        states.Clear(name);
        return active;
    }

    private void Note(string name, string revision, CopyNote? note)
    {
        if (note != new CopyNote(revision) && copy.IsWritable)
        {
            copy.SaveNote(name, new CopyNote(revision));
        }
    }

    private Authorship AuthorshipOf(string name, ValidatedDocument document, CopyNote? note, DocumentRevision? active)
    {
        if (note?.Pending is { } pending && pending.Revision == document.Revision)
        {
            return pending.Authorship;
        }

        return active is null && seed.Find(name) is { } bytes && validator.Validate(name, bytes).Revision == document.Revision
            ? new Authorship(RevisionSources.Seed, null, "Shipped with the program.")
            : new Authorship(RevisionSources.File, null, "Found in the working copy.");
    }

    private async Task<(bool Settled, DocumentRevision? Active)> ActivateSeedAsync(string name, CancellationToken cancellationToken)
    {
        if (seed.Find(name) is not { } bytes || validator.Validate(name, bytes) is not { IsValid: true } shipped)
        {
            return (true, null);
        }

        var authorship = new Authorship(RevisionSources.Seed, null, "Shipped with the program; the working copy is invalid.");
        var published = await activate.RunAsync(name, shipped, null, authorship, cancellationToken);
        return (published is not null, published);
    }

    private void Report(string name, IReadOnlyList<DocumentProblem> problems)
    {
        if (!states.Report(name, problems))
        {
            return;
        }

        foreach (var problem in problems)
        {
            logger.LogError(
                "Configuration {File} is invalid: {Problem} (line {Line}, column {Column}, path {Path}). The last good revision stays in force.",
                copy.PathOf(name), problem.Message, problem.Line, problem.Column, problem.Path);
        }
    }
}
