using MemoCoach.Messaging;
using MemoCoach.Storage;
using MemoCoach.Submissions.Domain;
using Microsoft.EntityFrameworkCore;

namespace MemoCoach.Submissions.Infrastructure;

internal class SubmissionsDbContext(DbContextOptions options) : ServiceDbContext(options)
{
    public DbSet<Submission> Submissions => Set<Submission>();

    public DbSet<Memo> Memos => Set<Memo>();

    public DbSet<ScoreRecord> Scores => Set<ScoreRecord>();

    public DbSet<IdempotencyKey> IdempotencyKeys => Set<IdempotencyKey>();

    public DbSet<Tombstone> Tombstones => Set<Tombstone>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.AddMessagingTables();
        modelBuilder.Entity<Submission>(entity =>
        {
            entity.HasKey(submission => submission.Id);
            entity.Property(submission => submission.Id).ValueGeneratedNever();
            entity.Property(submission => submission.Status).HasConversion<string>().HasMaxLength(20);
            entity.Property(submission => submission.Language).HasMaxLength(2);
            entity.Property(submission => submission.FailureCode).HasMaxLength(100);
            entity.Ignore(submission => submission.IsPending);
            entity.HasIndex(submission => new { submission.WriterId, submission.Id });
            entity.HasIndex(submission => new { submission.MemoId, submission.Draft }).IsUnique();
            entity.HasIndex(submission => submission.AnnouncedAt)
                .HasFilter("\"Status\" IN ('Queued', 'Evaluating')")
                .HasDatabaseName("IX_Submissions_Silent");
        });
        modelBuilder.Entity<Memo>(entity =>
        {
            entity.HasKey(memo => memo.Id);
            entity.Property(memo => memo.Id).ValueGeneratedNever();
            entity.Property(memo => memo.LastDraft).IsConcurrencyToken();
        });
        modelBuilder.Entity<ScoreRecord>(entity =>
        {
            entity.HasKey(score => score.SubmissionId);
            entity.Property(score => score.SubmissionId).ValueGeneratedNever();
            entity.HasIndex(score => new { score.WriterId, score.EvaluatedAt });
        });
        modelBuilder.Entity<IdempotencyKey>(entity =>
        {
            entity.HasKey(key => new { key.WriterId, key.Key });
            entity.Property(key => key.Key).HasMaxLength(200);
            entity.Property(key => key.RequestHash).HasMaxLength(64);
            entity.HasIndex(key => key.CreatedAt);
        });
        modelBuilder.Entity<Tombstone>(entity =>
        {
            entity.HasKey(tombstone => tombstone.SubmissionId);
            entity.Property(tombstone => tombstone.SubmissionId).ValueGeneratedNever();
        });
    }
}

internal sealed class SqliteSubmissionsDbContext(DbContextOptions<SqliteSubmissionsDbContext> options) : SubmissionsDbContext(options);

internal sealed class PostgresSubmissionsDbContext(DbContextOptions<PostgresSubmissionsDbContext> options) : SubmissionsDbContext(options);

internal sealed class SqliteSubmissionsDesign : SqliteDesignTimeFactory<SqliteSubmissionsDbContext>;

internal sealed class PostgresSubmissionsDesign : PostgresDesignTimeFactory<PostgresSubmissionsDbContext>;
