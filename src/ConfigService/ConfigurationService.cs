namespace MemoCoach.ConfigService;

public static class ConfigurationService
{
    public static WebApplicationBuilder AddConfig(this WebApplicationBuilder builder) => builder;

    public static WebApplication MapConfig(this WebApplication app) => app;
}
