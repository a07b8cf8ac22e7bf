using MemoCoach.ConfigService.Application.Validation;
using MemoCoach.ConfigService.Domain;
using MemoCoach.ConfigService.Domain.Documents;

namespace MemoCoach.ConfigService.Application;

/// <summary>What came of a change.</summary>
public abstract record ChangeOutcome
{
    /// <summary>The revision is in force.</summary>
    public sealed record Published(DocumentRevision Revision) : ChangeOutcome;

    /// <summary>Another revision is in force than the one that the change was made against.</summary>
    public sealed record Conflict(string? Current) : ChangeOutcome;

    public sealed record Invalid(IReadOnlyList<DocumentProblem> Problems) : ChangeOutcome;

    /// <summary>The working copy cannot be written.</summary>
    public sealed record ReadOnly : ChangeOutcome;
}

/// <summary>Replaces a document with what a person wrote.</summary>
public sealed class ChangeDocument(
    DocumentLock documentLock,
    SynchroniseWorkingCopy synchronise,
    ActivateRevision activate,
    IWorkingCopy copy,
    DocumentValidator validator,
    DocumentStates states)
{
    /// <param name="isExpected">Whether the change may go on top of this revision (null: none).</param>
    public Task<ChangeOutcome> RunAsync(
        string name, byte[] content, Func<string?, bool> isExpected, Authorship authorship, CancellationToken cancellationToken) =>
        documentLock.HoldAsync<ChangeOutcome>(
            async () =>
            {
                // A file that somebody edited meanwhile counts as published before this change, so that it conflicts.
                var active = await synchronise.RunAsync(name, cancellationToken);
                if (!isExpected(active?.Revision))
                {
                    return new ChangeOutcome.Conflict(active?.Revision);
                }

                var document = validator.Validate(name, content);
                if (!document.IsValid)
                {
                    return new ChangeOutcome.Invalid(document.Problems);
                }

                return copy.IsWritable
                    ? await ReplaceAsync(name, document, active, authorship, cancellationToken)
                    : new ChangeOutcome.ReadOnly();
            },
            cancellationToken);

    // File first: if the process ends in between, the next start finds the file and the note of who changed it, and
    // completes the change.
    private async Task<ChangeOutcome> ReplaceAsync(
        string name, ValidatedDocument document, DocumentRevision? active, Authorship authorship, CancellationToken cancellationToken)
    {
        var isRepair = states.ProblemsOf(name).Count > 0;
        if (document.Revision == active?.Revision && !isRepair)
        {
            return new ChangeOutcome.Published(active!);
        }

        if (isRepair)
        {
            copy.SetAside(name);
        }

        copy.SaveNote(name, new CopyNote(active?.Revision, new PendingChange(document.Revision!, active?.Revision, authorship)));
        copy.Write(name, document.Content!);
        var published = document.Revision == active?.Revision ? active : await ActivateAsync(name, document, active, authorship);
        if (published is null)
        {
            var current = await synchronise.RunAsync(name, CancellationToken.None);
            return new ChangeOutcome.Conflict(current?.Revision);
        }

        copy.SaveNote(name, new CopyNote(published.Revision));
        states.Clear(name);
        return new ChangeOutcome.Published(published);
    }

    // The change is under way: a caller who hangs up does not leave it half done.
    private async Task<DocumentRevision?> ActivateAsync(
        string name, ValidatedDocument document, DocumentRevision? active, Authorship authorship)
    {
        try
        {
            return await activate.RunAsync(name, document, active, authorship, CancellationToken.None);
        }
        catch when (active is not null)
        {
            // The caller is told that it failed, so it must not come into force later. Should the database have
            // committed all the same, the file is now behind, and is brought up to date by the next synchronisation.
            copy.Write(name, active.Content);
            copy.SaveNote(name, new CopyNote(active.Revision));
            throw;
        }
    }
}
