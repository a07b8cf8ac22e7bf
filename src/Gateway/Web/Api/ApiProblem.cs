using System.Net;

namespace MemoCoach.Gateway.Web.Api;

/// <summary>Why the API did not do what was asked (RFC 9457).</summary>
/// <param name="Status">The HTTP status; 503 where no answer came at all.</param>
/// <param name="Errors">The rules that were broken, by field.</param>
/// <param name="TraceId">The id under which the logs tell more.</param>
public sealed record ApiProblem(
    int Status, string? Title = null, string? Detail = null, IReadOnlyDictionary<string, string[]>? Errors = null, string? TraceId = null)
{
    public bool IsSignedOut => Status == (int)HttpStatusCode.Unauthorized;

    /// <summary>The rule that a field broke, or null.</summary>
    public string? ErrorOf(string field) =>
        Errors?.FirstOrDefault(error => string.Equals(error.Key, field, StringComparison.OrdinalIgnoreCase)).Value is { Length: > 0 } rules
            ? string.Join(' ', rules)
            : null;
}

/// <summary>The API refused or could not be reached.</summary>
public sealed class ApiException(ApiProblem problem, Exception? cause = null)
    : Exception($"The API answered {problem.Status}: {problem.Title} {problem.Detail}", cause)
{
    public ApiProblem Problem { get; } = problem;
}
