using MemoCoach.Gateway.Domain;
using Microsoft.AspNetCore.Http.HttpResults;

namespace MemoCoach.Gateway.Api;

/// <summary>Reads the fields of a request and collects every rule that is broken, so that the caller hears of all at once.</summary>
internal sealed class RequestCheck
{
    private readonly Dictionary<string, string[]> _broken = new(StringComparer.Ordinal);

    public bool Failed => _broken.Count > 0;

    public T? Read<T>(string field, Parsed<T> input)
    {
        if (!input.Succeeded(out var value))
        {
            Refuse(field, input.Rule!);
        }

        return value;
    }

    public void Refuse(string field, string rule) => _broken[field] = [rule];

    public ValidationProblem Problem() => TypedResults.ValidationProblem(_broken);
}
