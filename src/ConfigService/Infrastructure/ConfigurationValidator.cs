using MemoCoach.ConfigService.Application.Validation;
using MemoCoach.ConfigService.Domain.Documents;

namespace MemoCoach.ConfigService.Infrastructure;

/// <summary>What <c>config validate</c> says about one file.</summary>
/// <param name="File">File name within the directory.</param>
public sealed record DocumentReport(string File, IReadOnlyList<DocumentProblem> Problems)
{
    public bool IsValid => Problems.Count == 0;
}

/// <summary>Checks a directory of documents with the rules that the running service applies.</summary>
public static class ConfigurationValidator
{
    private const string Extension = ".yaml";

    /// <returns>A report for every document there must be, and for every YAML file that is none; ordered by file name.</returns>
    /// <exception cref="DirectoryNotFoundException"/>
    /// <exception cref="UnauthorizedAccessException"/>
    public static IReadOnlyList<DocumentReport> ValidateDirectory(string path)
    {
        var validator = new DocumentValidator(new DocumentLimits());
        var files = Directory.EnumerateFiles(path)
            .Select(file => Path.GetFileName(file))
            .Where(file => Path.GetExtension(file) is Extension or ".yml");
        return
        [
            .. files.Union(validator.Names.Select(name => name + Extension))
                .Order(StringComparer.Ordinal)
                .Select(file => new DocumentReport(file, Check(Path.Combine(path, file), validator))),
        ];
    }

    private static IReadOnlyList<DocumentProblem> Check(string path, DocumentValidator validator)
    {
        var name = Path.GetFileNameWithoutExtension(path);
        if (!validator.Knows(name) || Path.GetExtension(path) != Extension)
        {
            var known = string.Join(", ", validator.Names.Order(StringComparer.Ordinal).Select(known => known + Extension));
            return [new DocumentProblem(1, 1, DocumentProblem.Root, "No document has this file name.", $"The documents are {known}.")];
        }

        if (!File.Exists(path))
        {
            return [new DocumentProblem(1, 1, DocumentProblem.Root, "The file is missing.")];
        }

        return validator.Validate(name, BoundedFile.Read(path, validator.Limits.MaximumBytes)).Problems;
    }
}
