using MemoCoach.Evaluation.Domain.Jobs;
using MemoCoach.Messaging;
using MemoCoach.Storage;
using Microsoft.EntityFrameworkCore;

namespace MemoCoach.Evaluation.Infrastructure;

internal class EvaluationDbContext(DbContextOptions options) : ServiceDbContext(options)
{
    public DbSet<EvaluationJob> Jobs => Set<EvaluationJob>();

    public DbSet<EvaluationAttempt> Attempts => Set<EvaluationAttempt>();

    public DbSet<StoredReview> Reviews => Set<StoredReview>();

    public DbSet<Tombstone> Tombstones => Set<Tombstone>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.AddMessagingTables();
        modelBuilder.Entity<EvaluationJob>(entity =>
        {
            entity.HasKey(job => job.SubmissionId);
            entity.Property(job => job.SubmissionId).ValueGeneratedNever();
            entity.Property(job => job.State).HasConversion<string>().HasMaxLength(20);
            entity.Property(job => job.Language).HasMaxLength(2);
            entity.Property(job => job.FailureCode).HasMaxLength(100);
            entity.HasIndex(job => new { job.State, job.EnqueuedAt });
            entity.HasIndex(job => job.AttemptId);
        });
        modelBuilder.Entity<EvaluationAttempt>(entity =>
        {
            entity.HasKey(attempt => attempt.Id);
            entity.Property(attempt => attempt.Id).ValueGeneratedNever();
            entity.Property(attempt => attempt.Outcome).HasConversion<string>().HasMaxLength(20);
            entity.Property(attempt => attempt.Evaluator).HasMaxLength(20);
            entity.HasIndex(attempt => attempt.SubmissionId);
        });
        modelBuilder.Entity<StoredReview>(entity =>
        {
            entity.ToTable("Reviews");
            entity.HasKey(review => review.SubmissionId);
            entity.Property(review => review.SubmissionId).ValueGeneratedNever();
            entity.Property(review => review.Evaluator).HasMaxLength(20);
            entity.HasIndex(review => review.WriterId);
        });
        modelBuilder.Entity<Tombstone>(entity =>
        {
            entity.HasKey(tombstone => tombstone.SubmissionId);
            entity.Property(tombstone => tombstone.SubmissionId).ValueGeneratedNever();
        });
    }
}

internal sealed class SqliteEvaluationDbContext(DbContextOptions<SqliteEvaluationDbContext> options) : EvaluationDbContext(options);

internal sealed class PostgresEvaluationDbContext(DbContextOptions<PostgresEvaluationDbContext> options) : EvaluationDbContext(options);

internal sealed class SqliteEvaluationDesign : SqliteDesignTimeFactory<SqliteEvaluationDbContext>;

internal sealed class PostgresEvaluationDesign : PostgresDesignTimeFactory<PostgresEvaluationDbContext>;
