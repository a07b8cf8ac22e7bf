namespace MemoCoach.Maintenance;

public static class MaintenanceService
{
    public static WebApplicationBuilder AddMaintenance(this WebApplicationBuilder builder) => builder;

    public static WebApplication MapMaintenance(this WebApplication app) => app;
}
