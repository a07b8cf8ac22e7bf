using MemoCoach.Contracts;
using MemoCoach.Maintenance.Api;
using MemoCoach.Maintenance.Application;
using MemoCoach.Maintenance.Consumers;
using MemoCoach.Maintenance.Infrastructure;
using MemoCoach.Messaging;
using MemoCoach.Messaging.Heartbeats;
using MemoCoach.ServiceDefaults;
using MemoCoach.Storage;

namespace MemoCoach.Maintenance;

/// <summary>Watches over the services: who is alive, who is late, and how it has been.</summary>
public static class MaintenanceService
{
    public static WebApplicationBuilder AddMaintenance(this WebApplicationBuilder builder)
    {
        builder.AddSettings<HeartbeatSettings>(HeartbeatSettings.Section);
        builder.AddStorage<MaintenanceDbContext, SqliteMaintenanceDbContext, PostgresMaintenanceDbContext>(ServiceNames.Maintenance);
        builder.Services.AddSingleton(new SessionFactory<MaintenanceDbContext, IHeartbeatSession>(db => new HeartbeatSession(db)));
        builder.AddServiceMessaging<MaintenanceDbContext>(
            ServiceNames.Maintenance, messaging => messaging.Consume<HeartbeatSent, HeartbeatSentConsumer>());

        builder.Services.AddSingleton<IHeartbeatStorage, HeartbeatStorage>();
        builder.Services.AddSingleton<ListeningPost>();
        builder.Services.AddSingleton<IListeningPost>(services => services.GetRequiredService<ListeningPost>());
        builder.Services.AddHostedService(services => services.GetRequiredService<ListeningPost>());
        builder.Services.AddSingleton<RecordHeartbeat>();
        builder.Services.AddSingleton<ReadServiceStatus>();
        builder.Services.AddSingleton<ThinHeartbeats>();
        builder.Services.AddHostedService<HeartbeatThinning>();
        builder.Services.AddHeartbeat(ServiceNames.Maintenance);
        return builder;
    }

    public static WebApplication MapMaintenance(this WebApplication app)
    {
        app.MapMaintenanceApi();
        return app;
    }
}
