using MemoCoach.ConfigService.Domain.Documents;

namespace MemoCoach.ConfigService.Domain.Rules;

/// <summary>What makes one kind of document valid, beyond being YAML.</summary>
public interface IDocumentRules
{
    /// <summary>Name of the document: its file is <c>{Name}.yaml</c>.</summary>
    string Name { get; }

    void Check(DocumentCursor document);
}

/// <summary>Syntax of schedules; a port, because the domain knows no cron library.</summary>
public interface ICronSyntax
{
    bool IsValid(string expression);
}

/// <summary>Every kind of document there is.</summary>
public static class DocumentKinds
{
    public static IReadOnlyList<IDocumentRules> All(ICronSyntax cron) =>
    [
        new AlertRules(),
        new AuthRules(),
        new FrameworksRules(),
        new LlmRules(),
        new MaintenanceRules(cron),
        new PromptRules(),
        new RubricRules(),
    ];
}
