namespace MemoCoach.Standalone.Commands;

/// <summary>What the program's exit codes mean; documented in <c>docs/command-line.md</c>.</summary>
internal static class ExitCodes
{
    public const int Success = 0;

    /// <summary>The command ran and its answer is no: unhealthy, invalid, refused.</summary>
    public const int Failure = 1;

    /// <summary>The command could not run: wrong arguments, wrong settings, an unreadable file.</summary>
    public const int Usage = 2;
}
