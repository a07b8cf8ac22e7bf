using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;

namespace MemoCoach.ServiceDefaults.Problems;

/// <summary>
/// What is wrong with a request, in words for its caller: the field and the rule. The framework's own messages name
/// .NET types and may repeat what was sent, so they are read and not passed on.
/// </summary>
internal sealed partial record BadRequest(int Status, string Detail, IReadOnlyDictionary<string, string[]> Errors)
{
    private const string WholeBody = "body";

    public static BadRequest Read(BadHttpRequestException exception, long bodyLimit) => exception.StatusCode switch
    {
        not StatusCodes.Status400BadRequest => Of(exception, DetailOf(exception.StatusCode, bodyLimit)),
        _ when exception.InnerException is JsonException json => OfJson(json),
        _ when NotProvided().Match(exception.Message) is { Success: true } missing => OfField(
            missing.Groups["source"].Value.Contains("body", StringComparison.Ordinal) ? WholeBody : missing.Groups["name"].Value, "is required."),
        _ when exception.Message.StartsWith("Implicit body inferred", StringComparison.Ordinal) => OfField(WholeBody, "is required."),
        _ when NotBound().Match(exception.Message) is { Success: true } unbound => OfField(
            unbound.Groups["name"].Value, $"must be {Friendly(unbound.Groups["type"].Value)}."),
        _ => Of(exception, "The request could not be read."),
    };

    /// <summary>What a status says that the framework sets without a word.</summary>
    public static string? DetailOf(int status, long bodyLimit) => status switch
    {
        StatusCodes.Status413PayloadTooLarge => $"The body is larger than the limit of {bodyLimit} bytes.",
        StatusCodes.Status415UnsupportedMediaType => "The body is of a content type that this address does not read; most read application/json.",
        _ => null,
    };

    private static BadRequest Of(BadHttpRequestException exception, string? detail) =>
        new(exception.StatusCode, detail ?? "The request could not be read.", new Dictionary<string, string[]>());

    private static BadRequest OfField(string field, string rule) =>
        new(StatusCodes.Status400BadRequest, $"{field} {rule}", new Dictionary<string, string[]> { [field] = [$"{field} {rule}"] });

    private static BadRequest OfJson(JsonException json)
    {
        if (Missing().Match(json.Message) is { Success: true } missing)
        {
            var fields = QuotedName().Matches(missing.Groups["names"].Value).Select(match => match.Groups["name"].Value).Distinct().ToList();
            return new(
                StatusCodes.Status400BadRequest,
                $"{string.Join(", ", fields)} {(fields.Count == 1 ? "is" : "are")} required.",
                fields.ToDictionary(field => field, field => new[] { $"{field} is required." }));
        }

        var field = FieldOf(json.Path);
        if (json.Message.Contains("could not be converted", StringComparison.Ordinal))
        {
            return OfField(field, RuleOf(json.InnerException?.Message ?? ""));
        }

        if (json.Message.Contains("doesn't allow null", StringComparison.OrdinalIgnoreCase) || json.Message.Contains("non-nullable", StringComparison.OrdinalIgnoreCase))
        {
            return OfField(NullName().Match(json.Message) is { Success: true } name ? Camel(name.Groups["name"].Value) : field, "must not be null.");
        }

        if (Duplicate().Match(json.Message) is { Success: true } duplicate)
        {
            return OfField(Camel(duplicate.Groups["name"].Value), "is given twice.");
        }

        return OfField(field, json.LineNumber is { } line
            ? $"is not valid JSON in UTF-8, at line {line + 1}, byte {json.BytePositionInLine + 1}."
            : "is not valid JSON in UTF-8.");
    }

    /// <summary>The outer message names the type around the field; what the field should be is in the reader's own.</summary>
    private static string RuleOf(string reason) => reason switch
    {
        _ when reason.Contains("UTF-8", StringComparison.Ordinal) || reason.Contains("UTF-16", StringComparison.Ordinal) => "is not valid Unicode.",
        _ when reason.Contains("as a string", StringComparison.Ordinal) => "must be a text.",
        _ when reason.Contains("as a boolean", StringComparison.Ordinal) => "must be true or false.",
        _ when reason.Contains("as a number", StringComparison.Ordinal) => "must be a number.",
        _ when reason.Contains("for an Int", StringComparison.Ordinal) => "must be a whole number within the range of its kind.",
        _ when reason.Contains("Guid", StringComparison.Ordinal) => "must be an identifier (UUID).",
        _ when reason.Contains("DateTime", StringComparison.Ordinal) => "must be a time in ISO 8601.",
        _ => "must be of the kind that the API document describes.",
    };

    /// <summary>"$.items[0].text" becomes "items[0].text".</summary>
    private static string FieldOf(string? path) => path is { Length: > 2 } && path.StartsWith("$.", StringComparison.Ordinal) ? path[2..] : WholeBody;

    private static string Camel(string name) => JsonNamingPolicy.CamelCase.ConvertName(name);

    private static string Friendly(string type) => type.TrimEnd('?').Split('.')[^1] switch
    {
        "String" or "string" => "a text",
        "Boolean" or "bool" => "true or false",
        "Int32" or "Int64" or "Int16" or "int" or "long" or "short" => "a whole number",
        "Double" or "Single" or "Decimal" or "double" or "float" or "decimal" => "a number",
        "Guid" => "an identifier (UUID)",
        "DateTimeOffset" or "DateTime" => "a time in ISO 8601",
        "DateOnly" => "a date in ISO 8601",
        _ => "of the kind that the API document describes",
    };

    [GeneratedRegex("""^Required parameter "(?<type>.+) (?<name>\w+)" was not provided from (?<source>.+)\.$""")]
    private static partial Regex NotProvided();

    [GeneratedRegex("""^Failed to bind parameter "(?<type>.+) (?<name>\w+)" from """)]
    private static partial Regex NotBound();

    [GeneratedRegex("missing required properties including: (?<names>.+)$")]
    private static partial Regex Missing();

    [GeneratedRegex("'(?<name>[^']+)'")]
    private static partial Regex QuotedName();

    [GeneratedRegex("(?:property or field|parameter|property) '(?<name>[^']+)'")]
    private static partial Regex NullName();

    [GeneratedRegex("[Dd]uplicate property '(?<name>[^']+)'")]
    private static partial Regex Duplicate();
}
