using MemoCoach.Contracts;
using MemoCoach.Evaluation.Application;
using MemoCoach.Evaluation.Domain;
using MemoCoach.Messaging.Configuration;

namespace MemoCoach.Evaluation.Infrastructure;

/// <summary>Reads the rubric that ConfigService supplies, once for each revision.</summary>
internal sealed partial class ActiveRubric(IConfigurationFeed configuration, ILogger<ActiveRubric> logger) : IActiveRubric
{
    public const string Document = "rubric";
    private Rubric? _rubric;

    public async ValueTask<Rubric> GetAsync(CancellationToken cancellationToken)
    {
        var document = configuration.Find(Document) ?? await configuration.WaitForAsync(Document, cancellationToken);
        var rubric = Volatile.Read(ref _rubric);
        if (rubric?.Revision != document.Revision)
        {
            rubric = Read(document, inForce: rubric);
            Volatile.Write(ref _rubric, rubric);
        }

        return rubric;
    }

    /// <summary>A revision that nobody here can review against leaves the one before it in force.</summary>
    private Rubric Read(ConfigRevisionPublished document, Rubric? inForce)
    {
        try
        {
            var rubric = RubricYaml.Parse(document.Content, document.Revision);
            if (BuiltInEvaluator.CanReview(rubric) || inForce is null)
            {
                return rubric;
            }

            LogUnusable(document.Revision, "the built-in evaluator knows none of its criteria", inForce.Revision);
        }
        catch (RubricInvalidException exception) when (inForce is not null)
        {
            LogUnusable(document.Revision, exception.Message, inForce.Revision);
        }

        return inForce;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Rubric {Revision} cannot be used: {Reason}. Reviews go on with {InForce}")]
    private partial void LogUnusable(string revision, string reason, string inForce);
}
