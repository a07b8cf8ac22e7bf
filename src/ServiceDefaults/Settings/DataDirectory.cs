using Microsoft.Extensions.Configuration;

namespace MemoCoach.ServiceDefaults;

/// <summary>The folder that holds everything the program keeps: databases, keys, logs, temporary files.</summary>
public sealed class DataDirectory
{
    public const string Setting = "Data:Directory";
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private DataDirectory(string path) => Path = path;

    /// <summary>The absolute path.</summary>
    public string Path { get; }

    /// <summary>Keys that sign tokens and protect cookies.</summary>
    public string Keys => Combine("keys");

    public string Logs => Combine("logs");

    /// <summary>Files that may go at any time.</summary>
    public string Temp => Combine("temp");

    public string Combine(params string[] parts) => System.IO.Path.Combine([Path, .. parts]);

    /// <summary>Creates the folder, for its owner only, and proves that it can be written to.</summary>
    internal static DataDirectory Open(IConfiguration configuration)
    {
        var directory = new DataDirectory(System.IO.Path.GetFullPath(configuration[Setting] is { Length: > 0 } path ? path : "data"));
        try
        {
            foreach (var folder in (string[])[directory.Path, directory.Keys, directory.Logs, directory.Temp])
            {
                CreatePrivate(folder);
            }

            var probe = directory.Combine("temp", $"probe-{Guid.NewGuid():N}");
            File.WriteAllText(probe, "");
            File.Delete(probe);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new SettingsException(Setting, $"the folder {directory.Path} cannot be written to: {failure.Message}", failure);
        }

        return directory;
    }

    private static void CreatePrivate(string folder)
    {
        if (Directory.Exists(folder))
        {
            return;
        }

        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(folder, OwnerOnly);
        }
    }
}
