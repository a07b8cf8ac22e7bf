using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace MemoCoach.Storage;

/// <summary>What operators see of a database: how long writes take, how many wait, how many share a commit.</summary>
internal static class StorageMetrics
{
    private static readonly Meter Meter = new("MemoCoach.Storage");

    private static readonly Histogram<double> Commits = Meter.CreateHistogram<double>(
        "memocoach_storage_commit_duration", "s", "Time from taking the write lock to a durable commit.");

    private static readonly Histogram<double> Waits = Meter.CreateHistogram<double>(
        "memocoach_storage_write_wait", "s", "Time that a unit of work waited for its turn to write.");

    private static readonly Counter<long> Units = Meter.CreateCounter<long>(
        "memocoach_storage_units", "{unit}", "Units of work committed.");

    public static void RecordCommit(string service, long startedAt, int units)
    {
        var tag = new KeyValuePair<string, object?>("service", service);
        Commits.Record(Stopwatch.GetElapsedTime(startedAt).TotalSeconds, tag);
        Units.Add(units, tag);
    }

    public static void RecordWait(string service, long enqueuedAt) =>
        Waits.Record(Stopwatch.GetElapsedTime(enqueuedAt).TotalSeconds, new KeyValuePair<string, object?>("service", service));
}
