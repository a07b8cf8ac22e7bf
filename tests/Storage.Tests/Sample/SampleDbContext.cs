using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace MemoCoach.Storage.Tests.Sample;

public enum SampleKind
{
    Plain,
    Fancy,
}

/// <summary>One column of every kind that the services keep.</summary>
public sealed class SampleRow
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public DateTimeOffset At { get; set; }

    public DateTimeOffset? Maybe { get; set; }

    public SampleKind Kind { get; set; }

    public int Number { get; set; }

    public long Big { get; set; }

    public double Real { get; set; }

    public bool Flag { get; set; }

    public string Text { get; set; } = "";

    public string? Unique { get; set; }
}

public abstract class SampleDbContext(DbContextOptions options) : ServiceDbContext(options)
{
    public DbSet<SampleRow> Rows => Set<SampleRow>();

    protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder) =>
        // ModelMigration follows the model by itself and has no snapshot to compare with.
        optionsBuilder.ConfigureWarnings(warnings => warnings.Ignore(RelationalEventId.PendingModelChangesWarning));

    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.Entity<SampleRow>(row =>
    {
        row.ToTable("Rows");
        row.Property(sample => sample.Id).ValueGeneratedNever();
        row.Property(sample => sample.Kind).HasConversion<string>().HasMaxLength(20);
        row.HasIndex(sample => sample.Unique).IsUnique();
    });
}

public sealed class SqliteSampleDbContext(DbContextOptions<SqliteSampleDbContext> options) : SampleDbContext(options);

public sealed class PostgresSampleDbContext(DbContextOptions<PostgresSampleDbContext> options) : SampleDbContext(options);

[DbContext(typeof(SqliteSampleDbContext))]
[Migration("20260101000000_Initial")]
internal sealed class SqliteSampleMigration : ModelMigration
{
    protected override ServiceDbContext CreateContext() =>
        new SqliteSampleDbContext(new DbContextOptionsBuilder<SqliteSampleDbContext>().UseSqlite("Data Source=unused").Options);
}

[DbContext(typeof(PostgresSampleDbContext))]
[Migration("20260101000000_Initial")]
internal sealed class PostgresSampleMigration : ModelMigration
{
    protected override ServiceDbContext CreateContext() =>
        new PostgresSampleDbContext(new DbContextOptionsBuilder<PostgresSampleDbContext>().UseNpgsql("Host=unused").Options);
}
