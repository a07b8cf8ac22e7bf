using System.Globalization;
using Serilog.Events;
using Serilog.Formatting;

namespace MemoCoach.ServiceDefaults.Logging;

/// <summary>A short line for the person in front of a terminal: time, level, message. Redacted like the JSON lines.</summary>
internal sealed class TerminalFormatter(Redactor redactor) : ITextFormatter
{
    public void Format(LogEvent logEvent, TextWriter output)
    {
        var entry = new RedactedEvent(logEvent, redactor);
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        text.Write(logEvent.Timestamp.ToString("HH:mm:ss ", CultureInfo.InvariantCulture));
        text.Write(Level(logEvent.Level));
        text.WriteLine(entry.Message);
        if (entry.Exception is not null)
        {
            text.WriteLine(entry.Exception);
        }

        output.Write(redactor.HideSecretValues(text.ToString()));
    }

    private static string Level(LogEventLevel level) => level switch
    {
        LogEventLevel.Information => "",
        LogEventLevel.Warning => "warning: ",
        LogEventLevel.Error or LogEventLevel.Fatal => "error: ",
        _ => "debug: ",
    };
}
