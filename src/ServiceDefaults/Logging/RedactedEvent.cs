using System.Globalization;
using Serilog.Events;
using Serilog.Parsing;

namespace MemoCoach.ServiceDefaults.Logging;

/// <summary>What of a log event may be written: message, template, exception and properties without secrets.</summary>
internal sealed class RedactedEvent
{
    private readonly Redactor _redactor;

    public RedactedEvent(LogEvent entry, Redactor redactor)
    {
        _redactor = redactor;
        Template = redactor.Redact(entry.MessageTemplate.Text);
        Exception = redactor.Redact(entry.Exception?.ToString());

        // Rendered twice: with what the names say, then as a text, where a value shows by its surroundings
        // ("password {Value}"). A value that disappears there is hidden under its harmless name too.
        var properties = entry.Properties.ToDictionary(property => property.Key, property => Redact(property.Key, property.Value));
        var rendered = RenderPlainly(entry.MessageTemplate, properties);
        Message = redactor.Redact(rendered);
        Properties = properties;
        if (!Message.Equals(rendered, StringComparison.Ordinal))
        {
            foreach (var hole in entry.MessageTemplate.Tokens.OfType<PropertyToken>())
            {
                if (properties.TryGetValue(hole.PropertyName, out var value)
                    && value is ScalarValue { Value: string { Length: > 0 } text }
                    && !Message.Contains(text, StringComparison.Ordinal))
                {
                    properties[hole.PropertyName] = new ScalarValue(Redactor.Mark);
                }
            }
        }
    }

    public string Message { get; }

    public string Template { get; }

    public string? Exception { get; }

    public IReadOnlyDictionary<string, LogEventPropertyValue> Properties { get; }

    private LogEventPropertyValue Redact(string name, LogEventPropertyValue value) =>
        SensitiveNames.IsSensitive(name) && !IsHarmless(value) ? new ScalarValue(Redactor.Mark) : Redact(value);

    private LogEventPropertyValue Redact(LogEventPropertyValue value) => value switch
    {
        ScalarValue scalar when IsHarmless(scalar) => scalar,
        ScalarValue scalar => new ScalarValue(_redactor.Redact(Convert.ToString(scalar.Value, CultureInfo.InvariantCulture))),
        SequenceValue sequence => new SequenceValue(sequence.Elements.Select(Redact)),
        StructureValue structure => new StructureValue(
            structure.Properties.Select(property => new LogEventProperty(property.Name, Redact(property.Name, property.Value))), structure.TypeTag),
        DictionaryValue dictionary => new DictionaryValue(dictionary.Elements.Select(element =>
        {
            var key = Convert.ToString(element.Key.Value, CultureInfo.InvariantCulture) ?? "";
            return KeyValuePair.Create(new ScalarValue(_redactor.Redact(key)), Redact(key, element.Value));
        })),
        _ => new ScalarValue(_redactor.Redact(value.ToString(null, CultureInfo.InvariantCulture))),
    };

    /// <summary>Numbers, times and flags say nothing secret: InputTokens may be counted.</summary>
    private static bool IsHarmless(LogEventPropertyValue value) =>
        value is ScalarValue scalar && scalar.Value
            is null or bool or byte or short or int or long or uint or ulong or float or double or decimal
            or DateTime or DateTimeOffset or TimeSpan or DateOnly or TimeOnly or Guid or Enum;

    /// <summary>Strings without Serilog's quotation marks, as they read best.</summary>
    private static string RenderPlainly(MessageTemplate template, Dictionary<string, LogEventPropertyValue> properties)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        foreach (var token in template.Tokens)
        {
            if (token is PropertyToken hole
                && properties.TryGetValue(hole.PropertyName, out var value)
                && value is ScalarValue { Value: string words })
            {
                text.Write(words);
            }
            else
            {
                token.Render(properties, text, CultureInfo.InvariantCulture);
            }
        }

        return text.ToString();
    }
}
