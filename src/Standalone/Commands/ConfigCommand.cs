using System.CommandLine;
using MemoCoach.ConfigService.Infrastructure;

namespace MemoCoach.Standalone.Commands;

/// <summary><c>memocoach config validate DIR</c>: the checks that the running service applies, for pull requests.</summary>
internal static class ConfigCommand
{
    public static Command Create()
    {
        var directory = new Argument<DirectoryInfo>("directory") { Description = "The folder of YAML documents." };
        var validate = new Command("validate", "Check the configuration documents of a folder. Exit code 0: valid. 1: problems. 2: unreadable.") { directory };
        validate.SetAction(parsed => Validate(parsed.GetRequiredValue(directory)));
        return new Command("config", "Work with configuration documents.") { validate };
    }

    private static int Validate(DirectoryInfo directory)
    {
        IReadOnlyList<DocumentReport> reports;
        try
        {
            reports = ConfigurationValidator.ValidateDirectory(directory.FullName);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"{directory.FullName} cannot be read: {exception.Message}");
            return ExitCodes.Usage;
        }

        foreach (var report in reports)
        {
            if (report.IsValid)
            {
                Console.WriteLine($"{report.File}: valid");
            }

            foreach (var problem in report.Problems)
            {
                var suggestion = problem.Suggestion is { Length: > 0 } text ? $" {text}" : string.Empty;
                Console.WriteLine($"{report.File}:{problem.Line}:{problem.Column}: {problem.Path}: {problem.Message}{suggestion}");
            }
        }

        return reports.All(report => report.IsValid) ? ExitCodes.Success : ExitCodes.Failure;
    }
}
