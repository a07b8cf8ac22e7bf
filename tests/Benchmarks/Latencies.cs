using System.Globalization;

namespace MemoCoach.Benchmarks;

/// <summary>Durations of one kind of call.</summary>
internal sealed class Latencies
{
    private readonly List<double> _milliseconds = [];
    private readonly Lock _lock = new();

    public void Add(TimeSpan duration)
    {
        lock (_lock)
        {
            _milliseconds.Add(duration.TotalMilliseconds);
        }
    }

    public int Count => _milliseconds.Count;

    /// <summary>Nearest-rank percentile, in milliseconds.</summary>
    public double Percentile(double percent)
    {
        lock (_lock)
        {
            _milliseconds.Sort();
            return _milliseconds[Math.Clamp((int)Math.Ceiling(percent / 100 * _milliseconds.Count) - 1, 0, _milliseconds.Count - 1)];
        }
    }

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"p50 {Percentile(50):0.0} ms, p95 {Percentile(95):0.0} ms, p99 {Percentile(99):0.0} ms, max {Percentile(100):0.0} ms ({Count} calls)");
}
