using MemoCoach.Storage.Tests;
using Xunit.Runner.InProc.SystemConsole;

return args is [WritingProcess.Verb, var connectionString, var acknowledgedFile]
    ? await WritingProcess.RunAsync(connectionString, acknowledgedFile)
    : await ConsoleRunner.Run(args);
