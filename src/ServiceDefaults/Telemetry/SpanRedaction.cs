using System.Diagnostics;
using MemoCoach.ServiceDefaults.Logging;
using OpenTelemetry;

namespace MemoCoach.ServiceDefaults.Telemetry;

/// <summary>The same redaction for spans.</summary>
internal sealed class SpanRedaction(Redactor redactor) : BaseProcessor<Activity>
{
    public override void OnEnd(Activity data)
    {
        foreach (var (name, value) in data.TagObjects.ToList())
        {
            if (value is string text && redactor.Redact(name, text) is var redacted && !ReferenceEquals(redacted, text))
            {
                data.SetTag(name, redacted);
            }
        }

        data.DisplayName = redactor.Redact(data.DisplayName);
        if (data.StatusDescription is { } description)
        {
            data.SetStatus(data.Status, redactor.Redact(description));
        }

        // Events cannot be changed. Losing a span is better than sending a secret away.
        if (data.Events.SelectMany(happened => happened.Tags).Any(tag => tag.Value is string text && redactor.Redact(tag.Key, text) != text))
        {
            data.ActivityTraceFlags &= ~ActivityTraceFlags.Recorded;
        }
    }
}
