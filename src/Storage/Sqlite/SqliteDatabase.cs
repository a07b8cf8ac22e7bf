using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace MemoCoach.Storage.Sqlite;

/// <summary>The storage adapter on one SQLite file.</summary>
internal sealed class SqliteDatabase<TContext, TSqliteContext> : Database<TContext>, IDisposable
    where TContext : ServiceDbContext
    where TSqliteContext : TContext
{
    private readonly SqliteConnections _connections;
    private readonly SqliteWriter _writer;
    private readonly SqliteMigrator _migrator;
    private readonly DbContextOptions<TSqliteContext> _readOptions;
    private readonly DbContextOptions<TSqliteContext> _trackingOptions;
    private readonly ILoggerFactory _loggers;
    private FileStream? _claim;
    private (SqliteConnection? Connection, DbContextOptions<TSqliteContext>? Options) _writing;

    public SqliteDatabase(string service, string connectionString, StorageOptions options, ILoggerFactory loggers)
    {
        Service = service;
        _loggers = loggers;
        _connections = new SqliteConnections(connectionString, options.BusyTimeout);
        _writer = new SqliteWriter(_connections, service, options);
        _migrator = new SqliteMigrator(_connections, options.MigrationTimeout);
        _readOptions = NewOptions()
            .UseSqlite(_connections.ReadConnectionString)
            .AddInterceptors(_connections.ReadOnlyPragmas)
            .UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking)
            .Options;
        _trackingOptions = NewOptions()
            .UseSqlite(_connections.PooledConnectionString)
            .AddInterceptors(_connections.Pragmas)
            .Options;
    }

    public override string Service { get; }

    public override StorageProvider Provider => StorageProvider.Sqlite;

    public override async Task<T> WriteAsync<T>(
        Func<TContext, CancellationToken, Task<T>> unitOfWork, CancellationToken cancellationToken)
    {
        TContext? context = null;
        T? result = default;
        await _writer.RunAsync(
            transaction =>
            {
                using var unit = context = ContextFactory<TContext, TSqliteContext>.Create(WriteOptions(transaction.Connection!));
                unit.Database.AutoSavepointsEnabled = false;
                unit.Database.UseTransaction(transaction);

                // SQLite's "asynchronous" calls complete before they return, so nothing waits here.
                result = unitOfWork(unit, cancellationToken).GetAwaiter().GetResult();
                unit.SaveChanges();
            },
            cancellationToken);
        OnCommitted(context!);
        return result!;
    }

    public override async Task<T> ReadAsync<T>(
        Func<TContext, CancellationToken, Task<T>> query, CancellationToken cancellationToken)
    {
        try
        {
            await using var context = ContextFactory<TContext, TSqliteContext>.Create(_readOptions);
            return await query(context, cancellationToken);
        }
        catch (Exception exception) when (SqliteErrors.IsWriteInQuery(exception))
        {
            throw WriteInQuery(exception);
        }
        catch (Exception exception) when (SqliteErrors.IsUnavailable(exception))
        {
            throw new StorageUnavailableException("The database cannot be read now.", exception);
        }
    }

    public override TContext CreateTrackingContext()
    {
        var context = ContextFactory<TContext, TSqliteContext>.Create(_trackingOptions);
        context.WriteGate = async (save, cancellationToken) =>
        {
            var saved = 0;
            await _writer.RunExclusiveAsync(() => saved = save(cancellationToken).GetAwaiter().GetResult(), cancellationToken);
            OnCommitted(context);
            return saved;
        };
        return context;
    }

    public override Task MigrateAsync(CancellationToken cancellationToken) =>
        _migrator.MigrateAsync(() => ContextFactory<TContext, TSqliteContext>.Create(_trackingOptions), cancellationToken);

    public override void Claim()
    {
        var file = _connections.File + ".lock";
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        try
        {
            _claim ??= new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException exception)
        {
            throw new StorageRefusedException(
                $"Another process works on {_connections.File} already. SQLite allows one replica of a service; "
                + "stop the other one, or set Storage__Provider to Postgres.",
                exception);
        }
    }

    public void Dispose()
    {
        _writer.Dispose();
        _connections.ClosePools();
        _claim?.Dispose();
    }

    /// <summary>
    /// Options on the writer's connection, made once for it: making them costs more than a small unit of work. Called on
    /// the writer thread only.
    /// </summary>
    private DbContextOptions<TSqliteContext> WriteOptions(SqliteConnection connection)
    {
        if (_writing.Connection != connection)
        {
            _writing = (connection, NewOptions().UseSqlite(connection).Options);
        }

        return _writing.Options!;
    }

    private DbContextOptionsBuilder<TSqliteContext> NewOptions() =>
        new DbContextOptionsBuilder<TSqliteContext>().UseLoggerFactory(_loggers);
}
