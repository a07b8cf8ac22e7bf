using System.CommandLine;

namespace MemoCoach.Standalone.Commands;

/// <summary>The command line: every verb in one table.</summary>
internal static class MemoCoachCommand
{
    public static RootCommand Create()
    {
        var serve = ServeCommand.Create();
        var root = new RootCommand("MemoCoach reviews business memos against a rubric and coaches their writers.")
        {
            serve,
            EvaluateCommand.Create(),
            CreateAdminCommand.Create(),
            HealthcheckCommand.Create(),
            ConfigCommand.Create(),
        };

        // Without a verb, the program serves.
        root.TreatUnmatchedTokensAsErrors = false;
        root.SetAction((parsed, cancellationToken) => ServeCommand.RunAsync([.. parsed.UnmatchedTokens], cancellationToken));
        return root;
    }
}
