namespace MemoCoach.Standalone.Commands;

/// <summary>The settings of verbs that start no server: the same sources as a server's.</summary>
internal static class CommandSettings
{
    public static IConfiguration Read() => WebApplication.CreateEmptyBuilder(new WebApplicationOptions()).Configuration
        .AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"), optional: true)
        .AddJsonFile(Path.GetFullPath("appsettings.json"), optional: true)
        .AddKeyPerFile(Environment.GetEnvironmentVariable("Secrets__Directory") ?? "/run/secrets", optional: true)
        .AddEnvironmentVariables()
        .Build();
}
