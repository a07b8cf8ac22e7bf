using MemoCoach.Contracts;
using MemoCoach.Evaluation.Api;
using MemoCoach.Evaluation.Application;
using MemoCoach.Evaluation.Consumers;
using MemoCoach.Evaluation.Domain;
using MemoCoach.Evaluation.Infrastructure;
using MemoCoach.Messaging;
using MemoCoach.Messaging.Heartbeats;
using MemoCoach.ServiceDefaults;
using MemoCoach.Storage;

namespace MemoCoach.Evaluation;

/// <summary>Rubric scoring and feedback: what Program and Standalone compose.</summary>
public static class EvaluationService
{
    public static WebApplicationBuilder AddEvaluation(this WebApplicationBuilder builder)
    {
        builder.AddSettings<EvaluationOptions>(EvaluationOptions.Section);
        builder.AddStorage<EvaluationDbContext, SqliteEvaluationDbContext, PostgresEvaluationDbContext>(ServiceNames.Evaluation);
        builder.AddServiceMessaging<EvaluationDbContext>(ServiceNames.Evaluation, messaging =>
        {
            messaging.Consume<MemoSubmitted, MemoSubmittedConsumer>();
            messaging.Consume<SubmissionDeleted, SubmissionDeletedConsumer>();
            messaging.FollowConfiguration(ActiveRubric.Document);
        });

        var services = builder.Services;
        services.AddSingleton(new SessionFactory<EvaluationDbContext, IEvaluationSession>(db => new EvaluationSession(db)));
        services.AddSingleton<IEvaluationStorage, EvaluationStorage>();
        services.AddSingleton<JobSignal>();
        services.AddSingleton<AcceptMemo>();
        services.AddSingleton<LeaseJobs>();
        services.AddSingleton<EvaluateMemo>();
        services.AddSingleton<RetryEvaluation>();
        services.AddSingleton<BuiltInEvaluator>();
        services.AddSingleton<IMemoEvaluator, BuiltInMemoEvaluator>();
        services.AddSingleton<ILanguageDetector, LinguaLanguageDetector>();
        services.AddSingleton<IActiveRubric, ActiveRubric>();
        services.AddSingleton<ProgressReporter>();
        services.AddSingleton<IProgressReporter>(provider => provider.GetRequiredService<ProgressReporter>());
        services.AddHostedService(provider => provider.GetRequiredService<ProgressReporter>());
        services.AddHostedService<EvaluationWorkers>();
        services.AddHostedService<QueuePositions>();
        services.AddHeartbeat(ServiceNames.Evaluation);
        return builder;
    }

    public static WebApplication MapEvaluation(this WebApplication app)
    {
        app.MapReviewsApi();
        return app;
    }
}
