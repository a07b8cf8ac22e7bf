using MemoCoach.ServiceDefaults;
using MemoCoach.Storage.Postgres;
using MemoCoach.Storage.Sqlite;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

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
        var options = builder.AddSettings<StorageOptions>(StorageOptions.Section);
        if (options.Provider == StorageProvider.Postgres && builder.Configuration.GetConnectionString(service) is null)
        {
            throw new SettingsException(
                $"ConnectionStrings:{service}", "it is missing: Storage:Provider is Postgres, so every service needs its connection string.");
        }

        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.AddExceptionMapping<StorageUnavailableException>(
            StatusCodes.Status503ServiceUnavailable, "The database cannot be reached now. Nothing was lost; try again.", TimeSpan.FromSeconds(5));

        builder.Services.AddSingleton(services =>
            Create<TContext, TSqliteContext, TPostgresContext>(
                service,
                services.GetRequiredService<IConfiguration>(),
                options,
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
                service, connectionString!, options, loggers),
            _ => throw new SettingsException($"{StorageOptions.Section}:Provider", "it can be Sqlite or Postgres."),
        };
    }

    private static string DefaultFile(string service, IConfiguration configuration) =>
        $"Data Source={Path.Combine(Path.GetFullPath(configuration["Data:Directory"] ?? "data"), service + ".db")}";
}
