using System.Data;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace MemoCoach.Storage.Postgres;

/// <summary>The storage adapter on one PostgreSQL database.</summary>
internal sealed class PostgresDatabase<TContext, TPostgresContext> : Database<TContext>, IDisposable, IAsyncDisposable
    where TContext : ServiceDbContext
    where TPostgresContext : TContext
{
    /// <summary>Key of the advisory lock that migrations hold; any number that nobody else in the database uses.</summary>
    private const long MigrationLock = 0x4D65_6D6F_436F_6163; // "MemoCoac"

    private readonly StorageOptions _options;
    private readonly string _connectionString;
    private readonly NpgsqlDataSource _dataSource;
    private readonly NpgsqlDataSource _querySource;
    private readonly DbContextOptions<TPostgresContext> _writeOptions;
    private readonly DbContextOptions<TPostgresContext> _readOptions;

    public PostgresDatabase(string service, string connectionString, StorageOptions options, ILoggerFactory loggers)
    {
        Service = service;
        _options = options;
        _connectionString = connectionString;
        _dataSource = NewSource(loggers).Build();
        var querySource = NewSource(loggers);
        querySource.ConnectionStringBuilder.Options = $"{querySource.ConnectionStringBuilder.Options} -c default_transaction_read_only=on".TrimStart();
        _querySource = querySource.Build();
        _writeOptions = NewOptions(loggers).UseNpgsql(_dataSource).Options;
        _readOptions = NewOptions(loggers)
            .UseNpgsql(_querySource)
            .UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking)
            .Options;
    }

    public override string Service { get; }

    public override StorageProvider Provider => StorageProvider.Postgres;

    public override async Task<T> WriteAsync<T>(
        Func<TContext, CancellationToken, Task<T>> unitOfWork, CancellationToken cancellationToken)
    {
        for (var retriesLeft = _options.ConflictRetries; ; retriesLeft--)
        {
            var startedAt = Stopwatch.GetTimestamp();
            await using var context = ContextFactory<TContext, TPostgresContext>.Create(_writeOptions);
            try
            {
                await using var transaction = await context.Database.BeginTransactionAsync(IsolationLevel.ReadCommitted, cancellationToken);
                context.Database.AutoSavepointsEnabled = false;
                var result = await unitOfWork(context, cancellationToken);
                await context.SaveChangesAsync(cancellationToken);

                // A commit that is given up half way may be done or not; waiting for the answer is the smaller evil.
                await transaction.CommitAsync(CancellationToken.None);
                StorageMetrics.RecordCommit(Service, startedAt, 1);
                OnCommitted(context);
                return result;
            }
            catch (Exception exception) when (PostgresErrors.IsConflict(exception) && retriesLeft > 0)
            {
                // Both victims of a deadlock come back at once; a little chance keeps them from meeting again.
                await Task.Delay(Random.Shared.Next(5, 50), cancellationToken);
            }
            catch (Exception exception) when (PostgresErrors.IsUnavailable(exception))
            {
                throw new StorageUnavailableException("The database cannot write now.", exception);
            }
        }
    }

    public override async Task<T> ReadAsync<T>(
        Func<TContext, CancellationToken, Task<T>> query, CancellationToken cancellationToken)
    {
        try
        {
            await using var context = ContextFactory<TContext, TPostgresContext>.Create(_readOptions);
            return await query(context, cancellationToken);
        }
        catch (Exception exception) when (PostgresErrors.IsWriteInQuery(exception))
        {
            throw WriteInQuery(exception);
        }
        catch (Exception exception) when (PostgresErrors.IsUnavailable(exception))
        {
            throw new StorageUnavailableException("The database cannot be read now.", exception);
        }
    }

    public override TContext CreateTrackingContext()
    {
        var context = ContextFactory<TContext, TPostgresContext>.Create(_writeOptions);
        context.WriteGate = async (save, cancellationToken) =>
        {
            try
            {
                var saved = await save(cancellationToken);
                OnCommitted(context);
                return saved;
            }
            catch (Exception exception) when (PostgresErrors.IsUnavailable(exception))
            {
                throw new StorageUnavailableException("The database cannot write now.", exception);
            }
        };
        return context;
    }

    public override async Task MigrateAsync(CancellationToken cancellationToken)
    {
        try
        {
            await CreateDatabaseAsync(cancellationToken);
            await using var connection = new NpgsqlConnection(
                new NpgsqlConnectionStringBuilder(_connectionString) { Pooling = false }.ConnectionString);
            await connection.OpenAsync(cancellationToken);
            await using var command = connection.CreateCommand();
            command.CommandTimeout = (int)_options.MigrationTimeout.TotalSeconds;
            command.CommandText = "SELECT pg_advisory_lock($1)";
            command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = MigrationLock });
            await command.ExecuteNonQueryAsync(cancellationToken);

            await using var context = ContextFactory<TContext, TPostgresContext>.Create(_writeOptions);
            await RefuseNewerAsync(context, $"The database of '{Service}'", cancellationToken);
            if ((await context.Database.GetPendingMigrationsAsync(cancellationToken)).Any())
            {
                await context.Database.MigrateAsync(cancellationToken);
            }
        }
        catch (Exception exception) when (PostgresErrors.IsUnavailable(exception))
        {
            throw new StorageUnavailableException($"The PostgreSQL database of '{Service}' cannot be reached: {exception.Message}", exception);
        }
    }

    /// <summary>PostgreSQL serves any number of replicas: there is nothing to claim.</summary>
    public override void Claim()
    {
    }

    public void Dispose()
    {
        _dataSource.Dispose();
        _querySource.Dispose();
    }

    public async ValueTask DisposeAsync()
    {
        await _dataSource.DisposeAsync();
        await _querySource.DisposeAsync();
    }

    private NpgsqlDataSourceBuilder NewSource(ILoggerFactory loggers)
    {
        var source = new NpgsqlDataSourceBuilder(_connectionString);
        source.ConnectionStringBuilder.ApplicationName ??= $"memocoach-{Service}";
        source.UseLoggerFactory(loggers);
        return source;
    }

    private static DbContextOptionsBuilder<TPostgresContext> NewOptions(ILoggerFactory loggers) =>
        new DbContextOptionsBuilder<TPostgresContext>().UseLoggerFactory(loggers);

    private async Task CreateDatabaseAsync(CancellationToken cancellationToken)
    {
        var settings = new NpgsqlConnectionStringBuilder(_connectionString) { Pooling = false };
        var database = settings.Database;
        try
        {
            await using var probe = new NpgsqlConnection(settings.ConnectionString);
            await probe.OpenAsync(cancellationToken);
        }
        catch (PostgresException exception) when (exception.SqlState == PostgresErrorCodes.InvalidCatalogName)
        {
            settings.Database = "postgres";
            await using var connection = new NpgsqlConnection(settings.ConnectionString);
            await connection.OpenAsync(cancellationToken);
            await using var create = connection.CreateCommand();
#pragma warning disable CA2100 // CREATE DATABASE takes no parameters; the name is the operator's own and quoted
            create.CommandText = $"CREATE DATABASE \"{database!.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
#pragma warning restore CA2100
            try
            {
                await create.ExecuteNonQueryAsync(cancellationToken);
            }
            catch (PostgresException race) when (race.SqlState is PostgresErrorCodes.DuplicateDatabase or PostgresErrorCodes.UniqueViolation)
            {
                // Another replica was quicker, and its database is as good as ours.
                return;
            }
        }
    }
}
