using System.CommandLine;
using MemoCoach.Gateway;
using MemoCoach.Storage;
using Spectre.Console;

namespace MemoCoach.Standalone.Commands;

/// <summary><c>memocoach create-admin</c>: an account with all roles, also beside a running server.</summary>
internal static class CreateAdminCommand
{
    public static Command Create()
    {
        var email = new Option<string>("--email") { Description = "The e-mail address to sign in with.", Required = true };
        var name = new Option<string?>("--display-name") { Description = "The name to show; by default the part of the address before the @." };
        var passwordStdin = new Option<bool>("--password-stdin") { Description = "Read the password from standard input instead of asking for it." };
        var command = new Command(
            "create-admin",
            "Make an account that holds all roles. The password is asked for, read from standard input, or taken from Setup:AdminPassword. "
            + "Exit code 0: made. 1: refused. 2: no database or no password.")
        {
            email, name, passwordStdin,
        };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            parsed.GetRequiredValue(email), parsed.GetValue(name), parsed.GetValue(passwordStdin), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(string email, string? name, bool passwordStdin, CancellationToken cancellationToken)
    {
        var configuration = CommandSettings.Read();
        var password = passwordStdin
            ? await Console.In.ReadLineAsync(cancellationToken)
            : configuration["Setup:AdminPassword"] ?? Ask();
        if (string.IsNullOrEmpty(password))
        {
            await Console.Error.WriteLineAsync("There is no password: give --password-stdin, or set Setup__AdminPassword.");
            return ExitCodes.Usage;
        }

        try
        {
            var result = await GatewayCommands.CreateAdminAsync(configuration, email, password, name ?? email.Split('@')[0], cancellationToken);
            await (result.Created ? Console.Out : Console.Error).WriteLineAsync(result.Message);
            return result.Created ? ExitCodes.Success : ExitCodes.Failure;
        }
        catch (Exception exception) when (exception is StorageUnavailableException or StorageRefusedException)
        {
            await Console.Error.WriteLineAsync(exception.Message);
            return ExitCodes.Usage;
        }
    }

    private static string? Ask() => Console.IsInputRedirected
        ? null
        : AnsiConsole.Prompt(new TextPrompt<string>("Password:").Secret());
}
