using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace MemoCoach.Storage;

/// <summary>Lets <c>dotnet ef</c> make SQLite migrations without a running service: derive once per service.</summary>
public abstract class SqliteDesignTimeFactory<TContext> : IDesignTimeDbContextFactory<TContext>
    where TContext : ServiceDbContext
{
    public TContext CreateDbContext(string[] args) => ContextFactory<TContext, TContext>.Create(
        new DbContextOptionsBuilder<TContext>().UseSqlite("Data Source=design-time.db").Options);
}

/// <summary>Lets <c>dotnet ef</c> make PostgreSQL migrations without a server: derive once per service.</summary>
public abstract class PostgresDesignTimeFactory<TContext> : IDesignTimeDbContextFactory<TContext>
    where TContext : ServiceDbContext
{
    public TContext CreateDbContext(string[] args) => ContextFactory<TContext, TContext>.Create(
        new DbContextOptionsBuilder<TContext>().UseNpgsql("Host=design-time").Options);
}
