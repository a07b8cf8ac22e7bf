using System.CommandLine;

namespace MemoCoach.Standalone.Commands;

/// <summary><c>memocoach serve</c>: the whole product in one process.</summary>
internal static class ServeCommand
{
    public static Command Create()
    {
        var command = new Command("serve", "Run the product in one process (the default). Settings may follow as --Section:Key=value.")
        {
            TreatUnmatchedTokensAsErrors = false,
        };
        command.SetAction((parsed, cancellationToken) => RunAsync([.. parsed.UnmatchedTokens], cancellationToken));
        return command;
    }

    public static async Task<int> RunAsync(string[] settings, CancellationToken cancellationToken)
    {
        if (settings.FirstOrDefault(token => !token.StartsWith("--", StringComparison.Ordinal) || !token.Contains('=', StringComparison.Ordinal)) is { } unknown)
        {
            await Console.Error.WriteLineAsync($"'{unknown}' is neither a verb nor a setting of the form --Section:Key=value. See memocoach --help.");
            return ExitCodes.Usage;
        }

        await using var app = StandaloneHost.Build(settings);
        await app.RunAsync(cancellationToken);
        return ExitCodes.Success;
    }
}
