using MemoCoach.ConfigService.Application.Validation;
using MemoCoach.ConfigService.Domain;
using Microsoft.Extensions.Logging;

namespace MemoCoach.ConfigService.Application;

/// <summary>Puts a valid document in force: a history entry, the active revision and its announcement, or none of them.</summary>
public sealed class ActivateRevision(IRevisionStorage storage, TimeProvider clock, ILogger<ActivateRevision> logger)
{
    /// <returns>The new entry, or null when <paramref name="expected"/> is not in force any more.</returns>
    public async Task<DocumentRevision?> RunAsync(
        string name, ValidatedDocument document, string? expected, Authorship authorship, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var revision = new DocumentRevision
        {
            Id = Guid.CreateVersion7(now),
            Name = name,
            Revision = document.Revision!,
            Content = document.Content!,
            Source = authorship.Source,
            AuthorId = authorship.AuthorId,
            Message = authorship.Message,
            // The resolution that both databases can keep.
            PublishedAt = new DateTimeOffset(now.UtcTicks - (now.UtcTicks % TimeSpan.TicksPerMicrosecond), TimeSpan.Zero),
        };

        if (!await storage.TryActivateAsync(revision, expected, cancellationToken))
        {
            return null;
        }

        logger.LogInformation(
            "Configuration {Document} is now at revision {Revision}, from {Source}; before: {Before}.",
            name, revision.Revision, revision.Source, expected ?? "none");
        return revision;
    }
}
