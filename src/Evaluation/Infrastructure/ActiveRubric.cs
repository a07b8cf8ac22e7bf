using MemoCoach.Evaluation.Application;
using MemoCoach.Evaluation.Domain;
using MemoCoach.Messaging.Configuration;

namespace MemoCoach.Evaluation.Infrastructure;

/// <summary>Reads the rubric that ConfigService supplies, once for each revision.</summary>
internal sealed class ActiveRubric(IConfigurationFeed configuration) : IActiveRubric
{
    public const string Document = "rubric";
    private Rubric? _rubric;

    public async ValueTask<Rubric> GetAsync(CancellationToken cancellationToken)
    {
        var document = configuration.Find(Document) ?? await configuration.WaitForAsync(Document, cancellationToken);
        var rubric = Volatile.Read(ref _rubric);
        if (rubric?.Revision != document.Revision)
        {
            rubric = RubricYaml.Parse(document.Content, document.Revision);
            Volatile.Write(ref _rubric, rubric);
        }

        return rubric;
    }
}
