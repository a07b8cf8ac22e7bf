using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.Memory;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Serilog;
using Serilog.Core;
using Serilog.Formatting;

namespace MemoCoach.ServiceDefaults.Logging;

public enum ConsoleFormat
{
    /// <summary>Text where a person watches, JSON lines where a program reads.</summary>
    Auto,
    Json,
    Text,
    Off,
}

/// <summary>Settings of the log files and of the console. Levels are .NET's own <c>Logging:LogLevel</c>.</summary>
public sealed class LogSettings
{
    public const string Section = "Logs";

    /// <summary>How log lines look on the console.</summary>
    public ConsoleFormat Console { get; set; } = ConsoleFormat.Auto;

    /// <summary>Whether files are written; containers whose platform collects the console can do without.</summary>
    public bool Files { get; set; } = true;

    /// <summary>Where the files are; empty for <c>logs</c> in the data directory.</summary>
    public string Directory { get; set; } = "";

    /// <summary>Days for which a file is kept.</summary>
    [Range(1, 3650)]
    public int RetentionDays { get; set; } = 30;
}

internal static class LogRegistration
{
    private const long LargestFile = 100_000_000;

    // Lowest in rank: whatever an operator sets wins.
    private static readonly Dictionary<string, string?> DefaultLevels = new()
    {
        ["Logging:LogLevel:Default"] = "Information",
        ["Logging:LogLevel:Microsoft.AspNetCore"] = "Warning",
        ["Logging:LogLevel:Microsoft.EntityFrameworkCore"] = "Warning",
        ["Logging:LogLevel:System.Net.Http.HttpClient"] = "Warning",
        ["Logging:LogLevel:MassTransit"] = "Warning",
        ["Logging:LogLevel:Npgsql"] = "Warning",
        ["Logging:LogLevel:Polly"] = "Warning",
        ["Logging:LogLevel:Yarp"] = "Warning",
    };

    public static void AddRedactedLogs(this WebApplicationBuilder builder, ServiceIdentity identity, DataDirectory data)
    {
        ((IConfigurationBuilder)builder.Configuration).Sources.Insert(0, new MemoryConfigurationSource { InitialData = DefaultLevels });
        var settings = builder.AddSettings<LogSettings>(LogSettings.Section);
        var redactor = new Redactor(builder.Configuration);
        builder.Services.AddSingleton(redactor);
        builder.Logging.ClearProviders();
        // Created by the container, which also closes it at the end of the process and so writes out what is left.
        builder.Services.AddSingleton<ILoggerProvider>(_ =>
            new Serilog.Extensions.Logging.SerilogLoggerProvider(CreateLogger(settings, redactor, identity, data), dispose: true));
    }

    private static Logger CreateLogger(LogSettings settings, Redactor redactor, ServiceIdentity identity, DataDirectory data)
    {
        // Levels are decided by Microsoft.Extensions.Logging before an event gets here.
        var logger = new LoggerConfiguration()
            .MinimumLevel.Verbose()
            .Enrich.FromLogContext()
            .Enrich.WithProperty("Service", identity.Name)
            // Said in one line on stderr instead: StartFailure.
            .Filter.ByExcluding(entry => entry.Exception is not null && StartFailure.Describe(entry.Exception) is not null);
        var json = new JsonLineFormatter(redactor);
        if (ConsoleFormatter(settings.Console, json, redactor) is { } formatter)
        {
            logger.WriteTo.Console(formatter);
        }

        if (settings.Files)
        {
            var folder = settings.Directory is { Length: > 0 } directory ? Path.GetFullPath(directory) : data.Logs;
            logger.WriteTo.File(
                json,
                Path.Combine(folder, $"{identity.Name}-.jsonl"),
                rollingInterval: RollingInterval.Day,
                rollOnFileSizeLimit: true,
                fileSizeLimitBytes: LargestFile,
                retainedFileCountLimit: null,
                retainedFileTimeLimit: TimeSpan.FromDays(settings.RetentionDays));
        }

        return logger.CreateLogger();
    }

    private static ITextFormatter? ConsoleFormatter(ConsoleFormat format, JsonLineFormatter json, Redactor redactor) => format switch
    {
        ConsoleFormat.Json => json,
        ConsoleFormat.Text => new TerminalFormatter(redactor),
        ConsoleFormat.Auto => Console.IsOutputRedirected ? json : new TerminalFormatter(redactor),
        _ => null,
    };
}
