using System.Globalization;
using MemoCoach.ServiceDefaults.Logging;
using OpenTelemetry;
using OpenTelemetry.Logs;

namespace MemoCoach.ServiceDefaults.Telemetry;

/// <summary>The same redaction for log records that are exported by OTLP.</summary>
internal sealed class LogRedaction(Redactor redactor) : BaseProcessor<LogRecord>
{
    public override void OnEnd(LogRecord data)
    {
        var original = data.FormattedMessage;
        var message = redactor.Redact(WithoutSensitiveValues(original, data.Attributes ?? []));
        data.FormattedMessage = message;
        data.Body = redactor.Redact(data.Body);
        var attributes = (data.Attributes ?? [])
            .Select(attribute => KeyValuePair.Create(attribute.Key, Redact(attribute.Key, attribute.Value, original, message)))
            .ToList();
        if (data.Exception is { } exception)
        {
            // The exporter would write the exception as it is.
            data.Exception = null;
            attributes.Add(new("exception.type", exception.GetType().FullName));
            attributes.Add(new("exception.message", redactor.Redact(exception.Message)));
            attributes.Add(new("exception.stacktrace", redactor.Redact(exception.ToString())));
        }

        data.Attributes = attributes;
    }

    /// <summary>The message was rendered before we saw it, so the values whose names give them away are taken out by their text.</summary>
    private static string? WithoutSensitiveValues(string? message, IEnumerable<KeyValuePair<string, object?>> attributes) =>
        attributes
            .Where(attribute => SensitiveNames.IsSensitive(attribute.Key))
            .Select(attribute => attribute.Value as string)
            .Where(text => !string.IsNullOrEmpty(text))
            .Aggregate(message, (result, text) => result?.Replace(text!, Redactor.Mark, StringComparison.Ordinal));

    private object? Redact(string name, object? value, string? original, string? message)
    {
        switch (value)
        {
            case null or bool or int or long or double or float or decimal or Guid or Enum or DateTime or DateTimeOffset or TimeSpan:
                return value;
            case string text when original?.Contains(text, StringComparison.Ordinal) == true && message?.Contains(text, StringComparison.Ordinal) == false:
                // Hidden in the message by its surroundings, so hidden here.
                return Redactor.Mark;
            default:
                return redactor.Redact(name, Convert.ToString(value, CultureInfo.InvariantCulture));
        }
    }
}
