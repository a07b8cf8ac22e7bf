using MemoCoach.ServiceDefaults;
using MemoCoach.Standalone.Commands;

try
{
    return await MemoCoachCommand.Create().Parse(args).InvokeAsync(new() { EnableDefaultExceptionHandler = false });
}
catch (Exception exception) when (StartFailure.Describe(exception) is not null)
{
    // A wrong setting or a refused database, in any verb: one line for the operator.
    return StartFailure.Report(exception, Console.Error) ?? ExitCodes.Usage;
}
