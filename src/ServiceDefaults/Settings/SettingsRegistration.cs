using System.ComponentModel.DataAnnotations;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace MemoCoach.ServiceDefaults;

/// <summary>
/// Binds settings when they are registered, not when first used, so that a wrong one stops the start. Defaults are the
/// property initialisers. A settings type names its section in a constant, <c>public const string Section</c>: the test
/// of <c>docs/configuration.md</c> finds it by that.
/// </summary>
public static partial class SettingsRegistration
{
    /// <summary>Binds, checks (data annotations, <see cref="IValidatableObject"/>) and registers the settings of a section.</summary>
    /// <exception cref="SettingsException">A value cannot be read, breaks a rule, or belongs to no setting.</exception>
    public static TSettings AddSettings<TSettings>(this IHostApplicationBuilder builder, string section)
        where TSettings : class, new()
    {
        var settings = Read<TSettings>(builder.Configuration, section);
        builder.Services.TryAddSingleton(settings);
        builder.Services.TryAddSingleton(Options.Create(settings));
        return settings;
    }

    internal static TSettings Read<TSettings>(IConfiguration configuration, string section)
        where TSettings : class, new()
    {
        var settings = new TSettings();
        try
        {
            configuration.GetSection(section).Bind(settings, binder => binder.ErrorOnUnknownConfiguration = true);
        }
        catch (InvalidOperationException failure)
        {
            throw Explain<TSettings>(section, failure);
        }

        Validate(settings, section);
        return settings;
    }

    private static void Validate(object settings, string section)
    {
        var failures = new List<ValidationResult>();
        if (!Validator.TryValidateObject(settings, new ValidationContext(settings), failures, validateAllProperties: true))
        {
            var failure = failures[0];
            var setting = failure.MemberNames.FirstOrDefault() is { } member ? $"{section}:{member}" : section;
            throw new SettingsException(setting, failure.ErrorMessage ?? "is not valid.");
        }
    }

    private static SettingsException Explain<TSettings>(string section, InvalidOperationException failure)
    {
        if (ConversionFailure().Match(failure.Message) is { Success: true } conversion)
        {
            var setting = conversion.Groups["setting"].Value;
            var type = typeof(TSettings).GetProperty(setting.Split(':')[^1])?.PropertyType;
            return new SettingsException(setting, $"the value is unknown; {Expected(type)}", failure);
        }

        if (UnknownKeys().Match(failure.Message) is { Success: true } unknown)
        {
            var known = string.Join(", ", typeof(TSettings).GetProperties().Where(property => property.CanWrite).Select(property => property.Name));
            return new SettingsException($"{section}:{unknown.Groups["key"].Value}", $"there is no such setting; {section} has {known}.", failure);
        }

        return new SettingsException(section, failure.Message, failure);
    }

    private static string Expected(Type? type)
    {
        type = type is null ? null : Nullable.GetUnderlyingType(type) ?? type;
        return type switch
        {
            { IsEnum: true } => $"it can be {string.Join(" or ", Enum.GetNames(type))}.",
            _ when type == typeof(bool) => "it can be true or false.",
            _ when type == typeof(TimeSpan) => "it must be a duration such as 00:00:30.",
            _ when type == typeof(Uri) => "it must be an address.",
            _ => "it must be a number.",
        };
    }

    [GeneratedRegex("at '(?<setting>[^']+)' to type")]
    private static partial Regex ConversionFailure();

    [GeneratedRegex("missing properties on the instance of [^:]*: '(?<key>[^']+)'|: '(?<key>[^']+)'")]
    private static partial Regex UnknownKeys();
}
