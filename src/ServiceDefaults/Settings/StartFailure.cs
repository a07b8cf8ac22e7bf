using Microsoft.Extensions.Options;

namespace MemoCoach.ServiceDefaults;

/// <summary>
/// Turns what the operator can mend, a wrong setting or a refused database, into one line on stderr and an exit code.
/// Everything else is a defect and keeps its stack trace.
/// </summary>
public static class StartFailure
{
    /// <summary>Exit code of a program that does not start because of its settings.</summary>
    public const int SettingsExitCode = 2;

    private static int _installed;

    /// <summary>
    /// The line for the operator, or null where the exception is a defect. An exception type whose name ends in
    /// <c>RefusedException</c> is a refusal by convention, so that libraries need no reference to this one.
    /// </summary>
    public static string? Describe(Exception exception) => exception switch
    {
        SettingsException => exception.Message,
        OptionsValidationException invalid => string.Join(' ', invalid.Failures),
        AggregateException { InnerExceptions: [var only] } => Describe(only),
        _ when exception.GetType().Name.EndsWith("RefusedException", StringComparison.Ordinal) => exception.Message,
        _ => null,
    };

    /// <summary>Writes the line and returns the exit code; null where the exception is a defect.</summary>
    public static int? Report(Exception exception, TextWriter errors)
    {
        if (Describe(exception) is not { } line)
        {
            return null;
        }

        errors.WriteLine($"MemoCoach does not start. {line}");
        return SettingsExitCode;
    }

    /// <summary>Makes the process end this way when such an exception leaves <c>Main</c>.</summary>
    internal static void Install()
    {
        if (Interlocked.Exchange(ref _installed, 1) == 0)
        {
            AppDomain.CurrentDomain.UnhandledException += (_, unhandled) =>
            {
                if (unhandled.ExceptionObject is Exception exception && Report(exception, Console.Error) is { } exitCode)
                {
                    Environment.Exit(exitCode);
                }
            };
        }
    }
}
