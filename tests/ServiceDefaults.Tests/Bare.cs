using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;

namespace MemoCoach.ServiceDefaults.Tests;

/// <summary>A web application without the service defaults, to stand in for another program.</summary>
internal static class Bare
{
    public static WebApplication CreateApplication()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        return builder.Build();
    }
}
