using MemoCoach.Storage.Postgres;
using MemoCoach.Storage.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace MemoCoach.Storage;

public static class StorageRegistration
{
    /// <summary>
    /// Gives a service its database, on the provider that <c>Storage:Provider</c> names, at the connection string named
    /// like the service (on SQLite, a file in the data directory by default).
    /// </summary>
    public static IHostApplicationBuilder AddStorage<TContext, TSqliteContext, TPostgresContext>(
        this IHostApplicationBuilder builder, string service)
        where TContext : ServiceDbContext
        where TSqliteContext : TContext
        where TPostgresContext : TContext
    {
        builder.Services.AddOptions<StorageOptions>().BindConfiguration(StorageOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.AddSingleton(services =>
            Create<TContext, TSqliteContext, TPostgresContext>(
                service,
                services.GetRequiredService<IConfiguration>(),
                services.GetRequiredService<IOptions<StorageOptions>>().Value,
                services.GetRequiredService<ILoggerFactory>()));
        builder.Services.AddScoped(services => services.GetRequiredService<Database<TContext>>().CreateTrackingContext());
        builder.Services.AddHostedService<StorageStartup<TContext>>();
        builder.Services.AddHealthChecks().AddCheck<StorageHealthCheck<TContext>>($"{service}-storage", tags: [service]);
        return builder;
    }

    private static Database<TContext> Create<TContext, TSqliteContext, TPostgresContext>(
        string service, IConfiguration configuration, StorageOptions options, ILoggerFactory loggers)
        where TContext : ServiceDbContext
        where TSqliteContext : TContext
        where TPostgresContext : TContext
    {
        var connectionString = configuration.GetConnectionString(service);
        return options.Provider switch
        {
            StorageProvider.Sqlite => new SqliteDatabase<TContext, TSqliteContext>(
                service, connectionString ?? DefaultFile(service, configuration), options, loggers),
            StorageProvider.Postgres => new PostgresDatabase<TContext, TPostgresContext>(
                service, connectionString ?? throw Missing(service), options, loggers),
            _ => throw new StorageRefusedException($"Storage__Provider '{options.Provider}' is unknown: use Sqlite or Postgres."),
        };
    }

    private static string DefaultFile(string service, IConfiguration configuration) =>
        $"Data Source={Path.Combine(Path.GetFullPath(configuration["Data:Directory"] ?? "data"), service + ".db")}";

    private static StorageRefusedException Missing(string service) =>
        new($"ConnectionStrings__{service} is not set: Storage__Provider is Postgres, so every service needs its connection string.");
}
