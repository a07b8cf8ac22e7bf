namespace MemoCoach.ServiceDefaults;

/// <summary>
/// A setting is missing or cannot be used. The program does not start: it says so in one line and ends with
/// <see cref="StartFailure.SettingsExitCode"/>.
/// </summary>
public sealed class SettingsException : Exception
{
    /// <param name="setting">The key, for example <c>Storage:Provider</c>.</param>
    /// <param name="message">What is wrong and what would be right; never the value, which may be a secret.</param>
    public SettingsException(string setting, string message, Exception? cause = null)
        : base($"Setting {setting} (environment variable {setting.Replace(":", "__", StringComparison.Ordinal)}): {message}", cause) =>
        Setting = setting;

    public string Setting { get; }
}
