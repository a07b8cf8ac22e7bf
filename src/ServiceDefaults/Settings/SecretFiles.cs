using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.EnvironmentVariables;
using Microsoft.Extensions.Configuration.KeyPerFile;
using Microsoft.Extensions.FileProviders;

namespace MemoCoach.ServiceDefaults;

/// <summary>
/// Secrets as files, one for each key, as Docker, Kubernetes and systemd hand them over: the file
/// <c>Backup__Passphrase</c> holds the setting <c>Backup:Passphrase</c>. An environment variable of the same name wins.
/// </summary>
internal static class SecretFiles
{
    public const string DirectorySetting = "Secrets:Directory";
    public const string DefaultDirectory = "/run/secrets";

    public static void AddSecretFiles(this ConfigurationManager configuration)
    {
        var configured = configuration[DirectorySetting];
        var directory = Path.GetFullPath(configured ?? DefaultDirectory);
        if (!Directory.Exists(directory))
        {
            if (configured is not null)
            {
                throw new SettingsException(DirectorySetting, $"the folder {directory} does not exist.");
            }

            return;
        }

        var sources = ((IConfigurationBuilder)configuration).Sources;
        var environment = sources.LastOrDefault(source => source is EnvironmentVariablesConfigurationSource { Prefix: null or "" });
        try
        {
            sources.Insert(environment is null ? sources.Count : sources.IndexOf(environment), new KeyPerFileConfigurationSource
            {
                FileProvider = new PhysicalFileProvider(directory),
                Optional = true,
                ReloadOnChange = false,
            });
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw new SettingsException(DirectorySetting, $"a file in {directory} cannot be read: {unreadable.Message}", unreadable);
        }
    }
}
