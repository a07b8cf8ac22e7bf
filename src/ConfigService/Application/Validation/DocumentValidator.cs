using MemoCoach.ConfigService.Domain.Documents;
using MemoCoach.ConfigService.Domain.Rules;

namespace MemoCoach.ConfigService.Application.Validation;

/// <summary>What came of reading one document.</summary>
/// <param name="Content">The normalised content, valid or not; null when the bytes are no text.</param>
/// <param name="Problems">Why it is refused; empty when it is valid.</param>
public sealed record ValidatedDocument(string? Content, IReadOnlyList<DocumentProblem> Problems)
{
    public bool IsValid => Problems.Count == 0;

    public string? Revision { get; } = Content is null ? null : DocumentContent.RevisionOf(Content);
}

/// <summary>Everything that is checked about a document, without touching a file, a database or the network.</summary>
public sealed class DocumentValidator(DocumentLimits limits)
{
    private readonly Dictionary<string, IDocumentRules> _rules =
        DocumentKinds.All(new CronosSyntax()).ToDictionary(rules => rules.Name, StringComparer.Ordinal);

    public DocumentLimits Limits => limits;

    /// <summary>Names of the documents there are.</summary>
    public IReadOnlyCollection<string> Names => _rules.Keys;

    public bool Knows(string name) => _rules.ContainsKey(name);

    public ValidatedDocument Validate(string name, ReadOnlySpan<byte> bytes)
    {
        var problems = new ProblemList();
        var text = DocumentText.Decode(bytes, limits, problems);
        if (text is not null && YamlDocumentReader.Read(text, limits, problems) is { } root)
        {
            RefuseCredentials(root, DocumentProblem.Root, problems);
            _rules[name].Check(new DocumentCursor(root, DocumentProblem.Root, problems));
        }

        return new ValidatedDocument(text is null ? null : DocumentContent.Normalise(text), problems.Problems);
    }

    private static void RefuseCredentials(DocumentNode node, string path, ProblemList problems)
    {
        switch (node)
        {
            case ScalarNode scalar when Credentials.LooksLikeOne(scalar.Value):
                problems.Add(DocumentProblem.At(scalar.Position, path, "This looks like a secret.",
                    "Put the secret in a setting or in /run/secrets, and write the setting's name here. Treat this one as leaked: replace it."));
                break;
            case SequenceNode sequence:
                for (var index = 0; index < sequence.Items.Count; index++)
                {
                    RefuseCredentials(sequence.Items[index], $"{path}[{index}]", problems);
                }

                break;
            case MappingNode mapping:
                foreach (var entry in mapping.Entries)
                {
                    RefuseCredentials(entry.Value, path == DocumentProblem.Root ? entry.Key : $"{path}.{entry.Key}", problems);
                }

                break;
        }
    }
}
