namespace MemoCoach.Gateway;

public static class GatewayService
{
    public static WebApplicationBuilder AddGateway(this WebApplicationBuilder builder) => builder;

    public static WebApplication MapGateway(this WebApplication app) => app;
}
