using MemoCoach.Storage;
using MemoCoach.Storage.Tests.Sample;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace MemoCoach.Messaging.Tests.Network;

/// <summary>What a consumer did. Nothing forbids two rows for one order: a message handled twice shows.</summary>
public sealed class Effect
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid OrderId { get; init; }

    public string? TraceId { get; init; }
}

public abstract class NetworkDbContext(DbContextOptions options) : ServiceDbContext(options)
{
    public DbSet<Effect> Effects => Set<Effect>();

    protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder) =>
        optionsBuilder.ConfigureWarnings(warnings => warnings.Ignore(RelationalEventId.PendingModelChangesWarning));

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.AddMessagingTables();
        modelBuilder.Entity<Effect>(effect => effect.Property(row => row.Id).ValueGeneratedNever());
    }
}

public abstract class SenderDbContext(DbContextOptions options) : NetworkDbContext(options);

public sealed class SqliteSenderDbContext(DbContextOptions<SqliteSenderDbContext> options) : SenderDbContext(options);

public sealed class PostgresSenderDbContext(DbContextOptions<PostgresSenderDbContext> options) : SenderDbContext(options);

public abstract class ReceiverDbContext(DbContextOptions options) : NetworkDbContext(options);

public sealed class SqliteReceiverDbContext(DbContextOptions<SqliteReceiverDbContext> options) : ReceiverDbContext(options);

public sealed class PostgresReceiverDbContext(DbContextOptions<PostgresReceiverDbContext> options) : ReceiverDbContext(options);

[DbContext(typeof(SqliteSenderDbContext))]
[Migration("20260101000000_Initial")]
internal sealed class SqliteSenderMigration : ModelMigration
{
    protected override ServiceDbContext CreateContext() =>
        new SqliteSenderDbContext(new DbContextOptionsBuilder<SqliteSenderDbContext>().UseSqlite("Data Source=unused").Options);
}

[DbContext(typeof(PostgresSenderDbContext))]
[Migration("20260101000000_Initial")]
internal sealed class PostgresSenderMigration : ModelMigration
{
    protected override ServiceDbContext CreateContext() =>
        new PostgresSenderDbContext(new DbContextOptionsBuilder<PostgresSenderDbContext>().UseNpgsql("Host=unused").Options);
}

[DbContext(typeof(SqliteReceiverDbContext))]
[Migration("20260101000000_Initial")]
internal sealed class SqliteReceiverMigration : ModelMigration
{
    protected override ServiceDbContext CreateContext() =>
        new SqliteReceiverDbContext(new DbContextOptionsBuilder<SqliteReceiverDbContext>().UseSqlite("Data Source=unused").Options);
}

[DbContext(typeof(PostgresReceiverDbContext))]
[Migration("20260101000000_Initial")]
internal sealed class PostgresReceiverMigration : ModelMigration
{
    protected override ServiceDbContext CreateContext() =>
        new PostgresReceiverDbContext(new DbContextOptionsBuilder<PostgresReceiverDbContext>().UseNpgsql("Host=unused").Options);
}
