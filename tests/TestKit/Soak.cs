namespace MemoCoach.TestKit;

/// <summary>How often a fault is injected: few times in <c>./test.sh</c>, often in <c>./test.sh --soak</c>.</summary>
public static class Soak
{
    public static bool IsOn => Environment.GetEnvironmentVariable("MEMOCOACH_SOAK") == "1";

    public static int Count(int small, int full) => IsOn ? full : small;
}
