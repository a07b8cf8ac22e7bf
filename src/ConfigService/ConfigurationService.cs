using MemoCoach.ConfigService.Api;
using MemoCoach.ConfigService.Application;
using MemoCoach.ConfigService.Application.Validation;
using MemoCoach.ConfigService.Consumers;
using MemoCoach.ConfigService.Infrastructure;
using MemoCoach.Contracts;
using MemoCoach.Messaging;
using MemoCoach.Messaging.Heartbeats;
using MemoCoach.ServiceDefaults;
using MemoCoach.Storage;

namespace MemoCoach.ConfigService;

/// <summary>Loads, checks, keeps and serves the configuration documents.</summary>
public static class ConfigurationService
{
    public static WebApplicationBuilder AddConfigService(this WebApplicationBuilder builder)
    {
        var settings = builder.AddSettings<ConfigSettings>(ConfigSettings.Section);
        builder.Services.AddSingleton(settings.Limits);

        builder.AddStorage<ConfigDbContext, SqliteConfigDbContext, PostgresConfigDbContext>(ServiceNames.Config);
        builder.AddServiceMessaging<ConfigDbContext>(ServiceNames.Config, messaging =>
        {
            messaging.Respond<GetConfiguration, ConfigurationDocuments, GetConfigurationResponder>();
            messaging.Listen<ConfigRevisionPublished, WorkingCopyFollower>();
        });

        builder.Services.AddSingleton<IRevisionStorage, RevisionStorage>();
        builder.Services.AddSingleton<IWorkingCopy, WorkingCopy>();
        builder.Services.AddSingleton<ISeed, EmbeddedSeed>();
        builder.Services.AddSingleton<DocumentValidator>();
        builder.Services.AddSingleton<DocumentStates>();
        builder.Services.AddSingleton<DocumentLock>();
        builder.Services.AddSingleton<ActivateRevision>();
        builder.Services.AddSingleton<SynchroniseWorkingCopy>();
        builder.Services.AddSingleton<ChangeDocument>();
        builder.Services.AddSingleton<RollBackDocument>();
        builder.Services.AddHostedService<WorkingCopyStartup>();
        builder.Services.AddHealthChecks().AddCheck<DocumentsHealthCheck>(DocumentsHealthCheck.Name, tags: [ServiceNames.Config]);
        builder.Services.AddHeartbeat(ServiceNames.Config);
        return builder;
    }

    public static WebApplication MapConfigService(this WebApplication app)
    {
        app.MapConfigApi();
        return app;
    }
}
