using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace MemoCoach.ServiceDefaults;

/// <summary>A process's own OpenAPI document, at <c>/openapi/v1.json</c>.</summary>
public static class ServiceOpenApi
{
    private const string Document = "v1";

    public static WebApplicationBuilder AddServiceOpenApi(this WebApplicationBuilder builder)
    {
        var identity = ServiceIdentity.Of(builder.Environment.ApplicationName);
        builder.Services.AddOpenApi(Document, options => options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info.Title = $"MemoCoach {identity.Name}";
            document.Info.Version = Document;
            // The address under which one process was asked is not the one that callers use.
            document.Servers?.Clear();
            return Task.CompletedTask;
        }));
        return builder;
    }

    public static WebApplication MapServiceOpenApi(this WebApplication app)
    {
        app.MapOpenApi().AllowAnonymous();
        return app;
    }
}
