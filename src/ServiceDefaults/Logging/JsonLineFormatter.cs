using System.Globalization;
using Serilog.Events;
using Serilog.Formatting;
using Serilog.Formatting.Json;

namespace MemoCoach.ServiceDefaults.Logging;

/// <summary>
/// One line of JSON for each event, redacted, with the names of Serilog's compact format: @t time, @l level, @m message,
/// @mt template, @x exception, @tr trace, @sp span.
/// </summary>
internal sealed class JsonLineFormatter(Redactor redactor) : ITextFormatter
{
    private readonly JsonValueFormatter _values = new(typeTagName: "$type");

    public void Format(LogEvent logEvent, TextWriter output)
    {
        using var line = new StringWriter(CultureInfo.InvariantCulture);
        Write(logEvent, new RedactedEvent(logEvent, redactor), line);
        output.WriteLine(redactor.HideSecretValues(line.ToString()));
    }

    private void Write(LogEvent logEvent, RedactedEvent entry, StringWriter line)
    {
        line.Write("{\"@t\":\"");
        line.Write(logEvent.Timestamp.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", CultureInfo.InvariantCulture));
        line.Write("\",\"@l\":\"");
        line.Write(logEvent.Level);
        line.Write('"');
        WriteText("@m", entry.Message, line);
        if (!entry.Template.Equals(entry.Message, StringComparison.Ordinal))
        {
            WriteText("@mt", entry.Template, line);
        }

        WriteText("@x", entry.Exception, line);
        WriteText("@tr", logEvent.TraceId?.ToHexString(), line);
        WriteText("@sp", logEvent.SpanId?.ToHexString(), line);
        foreach (var (name, value) in entry.Properties)
        {
            line.Write(',');
            JsonValueFormatter.WriteQuotedJsonString(name.StartsWith('@') ? "@" + name : name, line);
            line.Write(':');
            _values.Format(value, line);
        }

        line.Write('}');
    }

    private static void WriteText(string name, string? text, StringWriter line)
    {
        if (text is not null)
        {
            line.Write(",\"");
            line.Write(name);
            line.Write("\":");
            JsonValueFormatter.WriteQuotedJsonString(text, line);
        }
    }
}
