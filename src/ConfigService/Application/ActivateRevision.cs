using MemoCoach.ConfigService.Application.Validation;
using MemoCoach.ConfigService.Domain;
using Microsoft.Extensions.Logging;

namespace MemoCoach.ConfigService.Application;

/// <summary>Puts a valid document in force: a history entry, the active revision and its announcement, or none of them.</summary>
public sealed class ActivateRevision(IRevisionStorage storage, TimeProvider clock, ILogger<ActivateRevision> logger)
{
    /// <returns>The new entry, or null when <paramref name="active"/> is not in force any more.</returns>
    public async Task<DocumentRevision?> RunAsync(
        string name, ValidatedDocument document, DocumentRevision? active, Authorship authorship, CancellationToken cancellationToken)
    {
        // The resolution that both databases can keep.
        var now = clock.GetUtcNow();
        now = new DateTimeOffset(now.UtcTicks - (now.UtcTicks % TimeSpan.TicksPerMicrosecond), TimeSpan.Zero);

        // Services keep the newest revision they heard of: the order of times is the order of revisions, even when the
        // clock was set back.
        if (now <= active?.PublishedAt)
        {
            now = active.PublishedAt.AddMicroseconds(1);
        }

        var revision = new DocumentRevision
        {
            Id = Guid.CreateVersion7(now),
            Name = name,
            Revision = document.Revision!,
            Content = document.Content!,
            Source = authorship.Source,
            AuthorId = authorship.AuthorId,
            Message = authorship.Message,
            PublishedAt = now,
        };

        if (!await storage.TryActivateAsync(revision, active?.Revision, cancellationToken))
        {
            return null;
        }

        logger.LogInformation(
            "Configuration {Document} is now at revision {Revision}, from {Source}; before: {Before}.",
            name, revision.Revision, revision.Source, active?.Revision ?? "none");
        return revision;
    }
}
