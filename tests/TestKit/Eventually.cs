using System.Diagnostics;

namespace MemoCoach.TestKit;

/// <summary>Waits for a condition, with a limit: the only place in the tests where time is waited for.</summary>
public static class Eventually
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    /// <param name="because">What was waited for, for the message of a failure.</param>
    public static async Task BecomesTrueAsync(Func<Task<bool>> condition, TimeSpan limit, string because)
    {
        var watch = Stopwatch.StartNew();
        Exception? lastFailure;
        do
        {
            try
            {
                if (await condition())
                {
                    return;
                }

                lastFailure = null;
            }
            catch (Exception failure)
            {
                lastFailure = failure;
            }

            await Task.Delay(Pause);
        }
        while (watch.Elapsed < limit);

        throw new TimeoutException($"Not within {limit.TotalSeconds:0.#} s: {because}", lastFailure);
    }

    public static Task BecomesTrueAsync(Func<bool> condition, TimeSpan limit, string because) =>
        BecomesTrueAsync(() => Task.FromResult(condition()), limit, because);

    /// <summary>Waits until <paramref name="find"/> finds something, and returns it.</summary>
    public static async Task<T> FindsAsync<T>(Func<Task<T?>> find, TimeSpan limit, string because)
        where T : class
    {
        T? found = null;
        await BecomesTrueAsync(async () => (found = await find()) is not null, limit, because);
        return found!;
    }
}
