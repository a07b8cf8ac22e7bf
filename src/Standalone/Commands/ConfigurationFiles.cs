using MemoCoach.ConfigService;

namespace MemoCoach.Standalone.Commands;

/// <summary>The configuration documents for verbs that start no server: the working copy's, or else those that ship.</summary>
internal static class ConfigurationFiles
{
    public static string Read(IConfiguration configuration, string name)
    {
        var data = configuration["Data:Directory"] is { Length: > 0 } directory ? directory : "data";
        var folder = configuration["Config:Directory"] is { Length: > 0 } configured ? configured : Path.Combine(data, "config");
        var file = Path.Combine(folder, name + ".yaml");
        return File.Exists(file)
            ? File.ReadAllText(file)
            : ShippedConfiguration.Read(name);
    }
}
