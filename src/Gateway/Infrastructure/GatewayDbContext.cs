using MemoCoach.Gateway.Domain;
using MemoCoach.Messaging;
using MemoCoach.Storage;
using Microsoft.EntityFrameworkCore;

namespace MemoCoach.Gateway.Infrastructure;

public class GatewayDbContext(DbContextOptions options) : ServiceDbContext(options)
{
    private const int HashLength = 32;

    public DbSet<Account> Accounts => Set<Account>();

    public DbSet<Session> Sessions => Set<Session>();

    public DbSet<ApiToken> ApiTokens => Set<ApiToken>();

    public DbSet<AccountRegister> Registers => Set<AccountRegister>();

    public DbSet<AuthenticationEvent> AuthenticationEvents => Set<AuthenticationEvent>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.AddMessagingTables();
        modelBuilder.Entity<AccountRegister>(register =>
        {
            register.Property(one => one.Id).ValueGeneratedNever();
            register.Property(one => one.SetupToken).HasMaxLength(64);
            register.HasData(new { Id = AccountRegister.TheOne, Version = 0L });
        });
        modelBuilder.Entity<Account>(account =>
        {
            account.Property(one => one.Id).ValueGeneratedNever();
            account.Property(one => one.Email).HasMaxLength(EmailAddress.MaximumLength);
            account.Property(one => one.EmailKey).HasMaxLength(EmailAddress.MaximumLength);
            account.Property(one => one.DisplayName).HasMaxLength(DisplayName.MaximumLength);
            account.Ignore(one => one.IsActiveAdmin);
            account.HasIndex(one => one.EmailKey).IsUnique();
        });
        modelBuilder.Entity<Session>(session =>
        {
            session.Property(one => one.Id).ValueGeneratedNever();
            session.Property(one => one.IpAddress).HasMaxLength(Visitor.MaximumIpAddressLength);
            session.Property(one => one.UserAgent).HasMaxLength(Visitor.MaximumUserAgentLength);
            session.HasOne<Account>().WithMany().HasForeignKey(one => one.AccountId).OnDelete(DeleteBehavior.Restrict);
            session.HasIndex(one => one.AccountId);
        });
        modelBuilder.Entity<ApiToken>(token =>
        {
            token.Property(one => one.Id).ValueGeneratedNever();
            token.Property(one => one.Name).HasMaxLength(DisplayName.MaximumLength);
            token.Property(one => one.Prefix).HasMaxLength(16);
            token.Property(one => one.Hash).HasMaxLength(HashLength);
            token.HasOne<Account>().WithMany().HasForeignKey(one => one.AccountId).OnDelete(DeleteBehavior.Restrict);
            token.HasIndex(one => one.Hash).IsUnique();
            token.HasIndex(one => one.AccountId);
        });
        modelBuilder.Entity<AuthenticationEvent>(entry =>
        {
            entry.Property(one => one.Id).ValueGeneratedNever();
            entry.Property(one => one.IpAddress).HasMaxLength(Visitor.MaximumIpAddressLength);
            entry.Property(one => one.UserAgent).HasMaxLength(Visitor.MaximumUserAgentLength);
            entry.HasIndex(one => one.At);
            entry.HasIndex(one => one.AccountId);
        });
    }
}

public sealed class SqliteGatewayDbContext(DbContextOptions<SqliteGatewayDbContext> options) : GatewayDbContext(options);

public sealed class PostgresGatewayDbContext(DbContextOptions<PostgresGatewayDbContext> options) : GatewayDbContext(options);

internal sealed class SqliteGatewayDesignTimeFactory : SqliteDesignTimeFactory<SqliteGatewayDbContext>;

internal sealed class PostgresGatewayDesignTimeFactory : PostgresDesignTimeFactory<PostgresGatewayDbContext>;
