using System.Collections.Concurrent;
using MemoCoach.ConfigService.Domain.Documents;

namespace MemoCoach.ConfigService.Application;

/// <summary>What is wrong with the files of this instance's working copy, for the health check and the list of documents.</summary>
public sealed class DocumentStates
{
    private readonly ConcurrentDictionary<string, IReadOnlyList<DocumentProblem>> _problems = new(StringComparer.Ordinal);

    public IReadOnlyList<string> Invalid => [.. _problems.Keys.Order(StringComparer.Ordinal)];

    public IReadOnlyList<DocumentProblem> ProblemsOf(string name) => _problems.GetValueOrDefault(name, []);

    public void Clear(string name) => _problems.TryRemove(name, out _);

    /// <returns>False when these very problems are known already.</returns>
    public bool Report(string name, IReadOnlyList<DocumentProblem> problems)
    {
        var known = ProblemsOf(name);
        _problems[name] = problems;
        return !known.SequenceEqual(problems);
    }
}
