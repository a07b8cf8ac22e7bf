using System.Text;
using MemoCoach.ConfigService.Domain;

namespace MemoCoach.ConfigService.Application;

/// <summary>Puts an older revision in force again, as a new entry of the history.</summary>
public sealed class RollBackDocument(IRevisionStorage storage, ChangeDocument change)
{
    /// <returns>Null when the document never had this revision.</returns>
    public async Task<ChangeOutcome?> RunAsync(
        string name, string revision, Func<string?, bool> isExpected, Guid authorId, string message, CancellationToken cancellationToken)
    {
        if (await storage.FindAsync(name, revision, cancellationToken) is not { } older)
        {
            return null;
        }

        // Checked like any other change: the rules may have become stricter since.
        var authorship = new Authorship(RevisionSources.Rollback, authorId, message);
        return await change.RunAsync(name, Encoding.UTF8.GetBytes(older.Content), isExpected, authorship, cancellationToken);
    }
}
