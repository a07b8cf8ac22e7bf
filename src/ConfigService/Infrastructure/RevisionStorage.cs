using MemoCoach.ConfigService.Application;
using MemoCoach.ConfigService.Domain;
using MemoCoach.Contracts;
using MemoCoach.Messaging;
using MemoCoach.Storage;
using Microsoft.EntityFrameworkCore;

namespace MemoCoach.ConfigService.Infrastructure;

internal sealed class RevisionStorage(Database<ConfigDbContext> database) : IRevisionStorage
{
    public Task<IReadOnlyList<DocumentRevision>> ReadActiveAsync(CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<DocumentRevision>>(
            async (db, token) => await Active(db).OrderBy(revision => revision.Name).ToListAsync(token), cancellationToken);

    public Task<DocumentRevision?> FindActiveAsync(string name, CancellationToken cancellationToken) =>
        database.ReadAsync(
            (db, token) => Active(db).SingleOrDefaultAsync(revision => revision.Name == name, token), cancellationToken);

    public Task<DocumentRevision?> FindAsync(string name, string revision, CancellationToken cancellationToken) =>
        database.ReadAsync(
            (db, token) => db.Revisions
                .Where(entry => entry.Name == name && entry.Revision == revision)
                .OrderByDescending(entry => entry.PublishedAt)
                .FirstOrDefaultAsync(token),
            cancellationToken);

    public Task<IReadOnlyList<DocumentRevision>> ReadHistoryAsync(
        string name, int limit, DateTimeOffset? before, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<DocumentRevision>>(
            async (db, token) => await db.Revisions
                .Where(entry => entry.Name == name && (before == null || entry.PublishedAt < before))
                .OrderByDescending(entry => entry.PublishedAt)
                .Take(limit)
                .ToListAsync(token),
            cancellationToken);

    public async Task<bool> TryActivateAsync(DocumentRevision revision, string? expected, CancellationToken cancellationToken)
    {
        try
        {
            return await database.WriteAsync((db, token) => TryActivateAsync(db, revision, expected, token), cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            return false;
        }
        catch (DbUpdateException exception) when (StorageErrors.IsUniqueViolation(exception))
        {
            return false;
        }
    }

    private static async Task<bool> TryActivateAsync(
        ConfigDbContext db, DocumentRevision revision, string? expected, CancellationToken cancellationToken)
    {
        var active = await db.Documents.SingleOrDefaultAsync(document => document.Name == revision.Name, cancellationToken);
        var current = active is null
            ? null
            : await db.Revisions.Where(entry => entry.Id == active.RevisionId).Select(entry => entry.Revision).SingleAsync(cancellationToken);
        if (current != expected)
        {
            return false;
        }

        db.Revisions.Add(revision);
        if (active is null)
        {
            db.Documents.Add(new ActiveDocument { Name = revision.Name, RevisionId = revision.Id });
        }
        else
        {
            active.RevisionId = revision.Id;
        }

        db.Publish(new ConfigRevisionPublished(revision.Name, revision.Revision, revision.Content, revision.PublishedAt));
        return true;
    }

    private static IQueryable<DocumentRevision> Active(ConfigDbContext db) =>
        db.Documents.Join(db.Revisions, document => document.RevisionId, revision => revision.Id, (_, revision) => revision);
}
