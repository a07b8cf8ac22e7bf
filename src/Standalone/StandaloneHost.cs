using MemoCoach.ConfigService;
using MemoCoach.Evaluation;
using MemoCoach.Gateway;
using MemoCoach.Gateway.Web;
using MemoCoach.Maintenance;
using MemoCoach.Messaging;
using MemoCoach.ServiceDefaults;
using MemoCoach.Submissions;

namespace MemoCoach.Standalone;

/// <summary>All services in one process, behind the gateway's own pipeline instead of a proxy.</summary>
public static class StandaloneHost
{
    public static WebApplication Build(string[] args)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = args,
            ApplicationName = typeof(StandaloneHost).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
        });
        builder.WebHost.UseStaticWebAssets();
        builder.AddServiceDefaults();
        builder.AddServiceOpenApi();
        builder.AddGatewayAuthentication();
        builder.AddGateway();
        builder.AddGatewayWeb();
        builder.AddSubmissions();
        builder.AddEvaluation();
        builder.AddConfigService();
        builder.AddMaintenance();
        builder.AddMessageBus();

        var app = builder.Build();
        app.MapServiceDefaults();
        app.UseGatewayAuthentication();
        app.MapServiceOpenApi();
        app.MapGateway();
        app.MapGatewayWeb();
        app.MapSubmissions();
        app.MapEvaluation();
        app.MapConfigService();
        app.MapMaintenance();
        return app;
    }
}
