using System.CommandLine;
using System.Text;
using System.Text.Json;
using MemoCoach.Evaluation;
using MemoCoach.Evaluation.Application;
using MemoCoach.Evaluation.Infrastructure;
using MemoCoach.Submissions;
using MemoCoach.Submissions.Domain;

namespace MemoCoach.Standalone.Commands;

/// <summary><c>memocoach evaluate FILE</c>: a review on the terminal, without a server, an account or a network.</summary>
internal static class EvaluateCommand
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static Command Create()
    {
        var file = new Argument<string>("file") { Description = "The memo: plain text or Markdown, UTF-8; - for standard input." };
        var json = new Option<bool>("--json") { Description = "Print the review as JSON." };
        var language = new Option<string?>("--language") { Description = "The language of the memo; detected by default." };
        language.AcceptOnlyFromAmong("en", "es");
        var command = new Command(
            "evaluate",
            "Review a file with the built-in evaluator. Exit code 0: reviewed. 1: the text breaks a rule. 2: the file cannot be read.")
        {
            file, json, language,
        };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            parsed.GetRequiredValue(file), parsed.GetValue(json), parsed.GetValue(language), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(string file, bool json, string? language, CancellationToken cancellationToken)
    {
        string raw;
        try
        {
            raw = await ReadAsync(file, cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or DecoderFallbackException)
        {
            await Console.Error.WriteLineAsync(
                exception is DecoderFallbackException ? $"{file} is not UTF-8 text." : $"{file} cannot be read: {exception.Message}");
            return ExitCodes.Usage;
        }

        var configuration = CommandSettings.Read();
        var limits = configuration.GetSection(SubmissionsOptions.Section).Get<SubmissionsOptions>() ?? new SubmissionsOptions();
        var text = MemoText.TryRead(
            raw, new TextLimits(limits.MinCharacters, limits.MaxCharacters, limits.MaxTitleCharacters), out var brokenRule);
        if (text is null)
        {
            await Console.Error.WriteLineAsync(brokenRule);
            return ExitCodes.Failure;
        }

        ReviewDocument review;
        try
        {
            var rubric = ConfigurationFiles.Read(configuration, "rubric");
            review = OfflineEvaluation.Review(Path.GetFileNameWithoutExtension(file), text.Value, language, rubric);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or RubricInvalidException or ArgumentException)
        {
            await Console.Error.WriteLineAsync($"The rubric cannot be used: {exception.Message}");
            return ExitCodes.Usage;
        }

        if (json)
        {
            Console.OutputEncoding = Encoding.UTF8;
            Console.WriteLine(JsonSerializer.Serialize(review, Json));
        }
        else
        {
            ReviewPrinter.Print(review, text.Value);
        }

        return ExitCodes.Success;
    }

    private static async Task<string> ReadAsync(string file, CancellationToken cancellationToken)
    {
        var strict = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
        await using var stream = file == "-" ? Console.OpenStandardInput() : File.OpenRead(file);
        using var reader = new StreamReader(stream, strict, detectEncodingFromByteOrderMarks: true);
        return await reader.ReadToEndAsync(cancellationToken);
    }
}
