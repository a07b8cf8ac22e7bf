using MemoCoach.Maintenance.Domain;
using MemoCoach.Messaging;
using MemoCoach.Storage;
using Microsoft.EntityFrameworkCore;

namespace MemoCoach.Maintenance.Infrastructure;

/// <summary>This service's own database.</summary>
public class MaintenanceDbContext(DbContextOptions options) : ServiceDbContext(options)
{
    public DbSet<MonitoredService> Services => Set<MonitoredService>();

    public DbSet<ServiceInstance> Instances => Set<ServiceInstance>();

    public DbSet<Heartbeat> Heartbeats => Set<Heartbeat>();

    public DbSet<UptimeHour> UptimeHours => Set<UptimeHour>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<MonitoredService>(service =>
        {
            service.HasKey(entity => entity.Service);
            service.Property(entity => entity.Service).HasMaxLength(64);
            // Two replicas that thin the same hour: the second one finds that the first was there.
            service.Property(entity => entity.ThinnedUntil).IsConcurrencyToken();
        });
        modelBuilder.Entity<ServiceInstance>(instance =>
        {
            instance.HasKey(entity => new { entity.Service, entity.InstanceId });
            instance.Property(entity => entity.Service).HasMaxLength(64);
            instance.Property(entity => entity.Version).HasMaxLength(100);
            instance.PrimitiveCollection(entity => entity.Issues);
            instance.HasIndex(entity => entity.LastReceivedAt);
        });
        modelBuilder.Entity<Heartbeat>(beat =>
        {
            beat.Property(entity => entity.Id).ValueGeneratedNever();
            beat.Property(entity => entity.Service).HasMaxLength(64);
            beat.Property(entity => entity.Version).HasMaxLength(100);
            beat.PrimitiveCollection(entity => entity.Issues);
            beat.HasIndex(entity => new { entity.Service, entity.BeatAt });
        });
        modelBuilder.Entity<UptimeHour>(hour =>
        {
            hour.HasKey(entity => new { entity.Service, entity.Hour });
            hour.Property(entity => entity.Service).HasMaxLength(64);
        });
        modelBuilder.AddMessagingTables();
    }
}

public sealed class SqliteMaintenanceDbContext(DbContextOptions<SqliteMaintenanceDbContext> options) : MaintenanceDbContext(options);

public sealed class PostgresMaintenanceDbContext(DbContextOptions<PostgresMaintenanceDbContext> options) : MaintenanceDbContext(options);

internal sealed class SqliteMaintenanceDesignTimeFactory : SqliteDesignTimeFactory<SqliteMaintenanceDbContext>;

internal sealed class PostgresMaintenanceDesignTimeFactory : PostgresDesignTimeFactory<PostgresMaintenanceDbContext>;
