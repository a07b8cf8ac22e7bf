using MemoCoach.Contracts;
using MemoCoach.Messaging;
using MemoCoach.Messaging.Heartbeats;
using MemoCoach.ServiceDefaults;
using MemoCoach.Storage;
using MemoCoach.Submissions.Api;
using MemoCoach.Submissions.Application;
using MemoCoach.Submissions.Consumers;
using MemoCoach.Submissions.Infrastructure;

namespace MemoCoach.Submissions;

/// <summary>Memos, drafts, history and progress: what Program and Standalone compose.</summary>
public static class SubmissionsService
{
    public static WebApplicationBuilder AddSubmissions(this WebApplicationBuilder builder)
    {
        builder.AddSettings<SubmissionsOptions>(SubmissionsOptions.Section);
        builder.AddStorage<SubmissionsDbContext, SqliteSubmissionsDbContext, PostgresSubmissionsDbContext>(ServiceNames.Submissions);
        builder.AddServiceMessaging<SubmissionsDbContext>(ServiceNames.Submissions, messaging =>
        {
            messaging.Consume<MemoEvaluated, MemoEvaluatedConsumer>();
            messaging.Consume<EvaluationFailed, EvaluationFailedConsumer>();
            messaging.Consume<EvaluationRestarted, EvaluationRestartedConsumer>();
            messaging.Listen<EvaluationProgressed, EvaluationProgressedListener>();
        });
        builder.Services.AddSingleton(new SessionFactory<SubmissionsDbContext, ISubmissionsSession>(db => new SubmissionsSession(db)));
        builder.Services.AddSingleton<ISubmissionsStorage, SubmissionsStorage>();
        builder.Services.AddSingleton<SubmissionChanges>();
        builder.Services.AddSingleton<SubmitMemo>();
        builder.Services.AddSingleton<DeleteSubmission>();
        builder.Services.AddSingleton<RecordAnswer>();
        builder.Services.AddSingleton<AnnouncePending>();
        builder.Services.AddHostedService<Reconciler>();
        builder.Services.AddHeartbeat(ServiceNames.Submissions);
        return builder;
    }

    public static WebApplication MapSubmissions(this WebApplication app)
    {
        app.MapSubmissionsApi();
        return app;
    }
}
