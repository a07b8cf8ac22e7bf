namespace MemoCoach.ConfigService.Domain.Documents;

/// <summary>Why a document is refused, and where.</summary>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1, in UTF-16 code units.</param>
/// <param name="Path">Where in the structure, for example <c>criteria[2].weight</c>; <c>$</c> is the whole document.</param>
/// <param name="Suggestion">What to write instead, where that can be said.</param>
public sealed record DocumentProblem(int Line, int Column, string Path, string Message, string? Suggestion = null)
{
    public const string Root = "$";

    public static DocumentProblem At(Position position, string path, string message, string? suggestion = null) =>
        new(position.Line, position.Column, path, message, suggestion);

    public override string ToString() =>
        $"line {Line}, column {Column}, {Path}: {Message}{(Suggestion is null ? "" : $" {Suggestion}")}";
}

/// <summary>
/// The problems found in one document. It stops counting at a limit: nobody reads more, and a hostile document must not
/// make the answer larger than itself.
/// </summary>
public sealed class ProblemList
{
    public const int Limit = 100;

    private readonly List<DocumentProblem> _problems = [];

    public IReadOnlyList<DocumentProblem> Problems => _problems;

    public void Add(DocumentProblem problem)
    {
        if (_problems.Count < Limit)
        {
            _problems.Add(problem);
        }
    }
}
