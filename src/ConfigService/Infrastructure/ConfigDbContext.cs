using MemoCoach.ConfigService.Domain;
using MemoCoach.Messaging;
using MemoCoach.Storage;
using Microsoft.EntityFrameworkCore;

namespace MemoCoach.ConfigService.Infrastructure;

/// <summary>This service's own database.</summary>
public class ConfigDbContext(DbContextOptions options) : ServiceDbContext(options)
{
    public DbSet<DocumentRevision> Revisions => Set<DocumentRevision>();

    public DbSet<ActiveDocument> Documents => Set<ActiveDocument>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<DocumentRevision>(revision =>
        {
            revision.Property(entity => entity.Id).ValueGeneratedNever();
            revision.Property(entity => entity.Name).HasMaxLength(64);
            revision.Property(entity => entity.Revision).HasMaxLength(64);
            revision.Property(entity => entity.Source).HasMaxLength(20);
            revision.Property(entity => entity.Message).HasMaxLength(Authorship.LongestMessage);
            revision.HasIndex(entity => new { entity.Name, entity.PublishedAt }).IsUnique();
            revision.HasIndex(entity => new { entity.Name, entity.Revision });
        });
        modelBuilder.Entity<ActiveDocument>(document =>
        {
            document.HasKey(entity => entity.Name);
            document.Property(entity => entity.Name).HasMaxLength(64);
            document.HasOne<DocumentRevision>().WithMany().HasForeignKey(entity => entity.RevisionId).OnDelete(DeleteBehavior.Restrict);
            // Two replicas that activate on top of the same revision: the second one finds no row to update.
            document.Property(entity => entity.RevisionId).IsConcurrencyToken();
        });
        modelBuilder.AddMessagingTables();
    }
}

/// <summary>Which entry of its history is in force for a document.</summary>
public sealed class ActiveDocument
{
    public required string Name { get; init; }

    public required Guid RevisionId { get; set; }
}

public sealed class SqliteConfigDbContext(DbContextOptions<SqliteConfigDbContext> options) : ConfigDbContext(options);

public sealed class PostgresConfigDbContext(DbContextOptions<PostgresConfigDbContext> options) : ConfigDbContext(options);

internal sealed class SqliteConfigDesignTimeFactory : SqliteDesignTimeFactory<SqliteConfigDbContext>;

internal sealed class PostgresConfigDesignTimeFactory : PostgresDesignTimeFactory<PostgresConfigDbContext>;
