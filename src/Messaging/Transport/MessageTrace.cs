using System.Diagnostics;
using MassTransit;

namespace MemoCoach.Messaging.Transport;

/// <summary>
/// Carries the id of a request over a broker where nobody records traces: MassTransit does so only for a recorder, but
/// logs are read everywhere.
/// </summary>
internal static class MessageTrace
{
    public const string Header = "traceparent";

    public static Activity? Continue(ConsumeContext context) =>
        Activity.Current is null && context.Headers.Get<string>(Header) is { } traceParent
            ? new Activity("consume").SetParentId(traceParent).Start()
            : null;
}
