using MemoCoach.Contracts;
using MemoCoach.Evaluation.Application;
using MemoCoach.Evaluation.Domain;
using MemoCoach.Evaluation.Domain.Jobs;
using MemoCoach.Evaluation.Infrastructure;
using MemoCoach.Messaging;
using MemoCoach.Messaging.Outbox;
using MemoCoach.ServiceDefaults;
using MemoCoach.Storage;
using MemoCoach.TestKit;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace MemoCoach.Evaluation.Tests.Jobs;

/// <summary>
/// One process of the service on a real database, with its clock and its evaluator in the test's hands. Its workers do
/// not run: the test does their steps, and leaves some out.
/// </summary>
internal sealed class EvaluationBench : IAsyncDisposable
{
    public static readonly Guid Writer = Guid.NewGuid();
    private readonly TempFolder _folder = new("evaluation");
    private readonly WebApplication _app;

    private EvaluationBench(StorageProvider provider, string? connectionString)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Data:Directory"] = _folder.Path,
            ["Storage:Provider"] = provider.ToString(),
            ["ConnectionStrings:evaluation"] = connectionString,
            ["Evaluation:MaxInterruptions"] = "2",
        }.Where(setting => setting.Value is not null));
        builder.Services.AddSingleton<TimeProvider>(Clock);
        builder.AddServiceDefaults();
        builder.AddEvaluation();
        builder.Services.AddSingleton<IMemoEvaluator>(Evaluator);
        builder.Services.AddSingleton<IActiveRubric>(new ShippedRubric());
        builder.AddMessageBus();
        _app = builder.Build();
    }

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));

    public EvaluatorInHand Evaluator { get; } = new();

    public static async Task<EvaluationBench> StartAsync(StorageProvider provider, string? connectionString = null)
    {
        if (provider == StorageProvider.Postgres)
        {
            connectionString ??= await (await PostgresServer.StartAsync()).CreateDatabaseAsync();
        }

        var bench = new EvaluationBench(provider, connectionString);
        await bench.Database.MigrateAsync(CancellationToken.None);
        return bench;
    }

    public T Get<T>()
        where T : notnull => _app.Services.GetRequiredService<T>();

    /// <summary>As the consumer would, whenever a message arrives.</summary>
    public Task AnnounceAsync(Guid submissionId) => Storage.WriteAsync(
        async (session, token) =>
        {
            await Get<AcceptMemo>().HandleAsync(
                session,
                new MemoSubmitted(submissionId, Guid.NewGuid(), Writer, 1, "Title", "We ask for $5,000 by 1 May.", "en", Clock.GetUtcMicroseconds()),
                token);
            return true;
        },
        CancellationToken.None);

    public Task<List<LeasedJob>> LeaseAsync(int limit = 10) => Get<LeaseJobs>().HandleAsync(limit, CancellationToken.None);

    public async Task ReviewAsync(LeasedJob job) => await Get<EvaluateMemo>().HandleAsync(job, CancellationToken.None);

    public async Task EraseAsync(Guid submissionId) => await Storage.WriteAsync(
        async (session, token) =>
        {
            await session.EraseAsync(submissionId, Clock.GetUtcMicroseconds(), token);
            return true;
        },
        CancellationToken.None);

    public Task<StoredReview?> FindReviewAsync(Guid submissionId) =>
        Storage.ReadAsync((session, token) => session.FindReviewAsync(submissionId, token), CancellationToken.None);

    public Task<EvaluationJob?> FindJobAsync(Guid submissionId) =>
        Storage.ReadAsync((session, token) => session.FindJobAsync(submissionId, token), CancellationToken.None);

    public Task<List<AttemptOutcome>> AttemptsAsync(Guid submissionId) => Database.ReadAsync(
        (db, token) => db.Attempts.Where(attempt => attempt.SubmissionId == submissionId)
            .OrderBy(attempt => attempt.Id).Select(attempt => attempt.Outcome).ToListAsync(token),
        CancellationToken.None);

    /// <summary>The messages that wait to be delivered.</summary>
    public Task<int> CountOutgoingAsync<TMessage>() => Database.ReadAsync(
        (db, token) => db.Set<OutboxMessage>().CountAsync(message => message.Type == typeof(TMessage).FullName, token),
        CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _folder.Dispose();
    }

    public string ConnectionString => Get<IConfiguration>().GetConnectionString("evaluation")!;

    private Database<EvaluationDbContext> Database => Get<Database<EvaluationDbContext>>();

    private IEvaluationStorage Storage => Get<IEvaluationStorage>();

    private sealed class ShippedRubric : IActiveRubric
    {
        private readonly Rubric _rubric =
            RubricYaml.Parse(File.ReadAllText(RepositoryRoot.Combine("config", "rubric.yaml")), "test");

        public ValueTask<Rubric> GetAsync(CancellationToken cancellationToken) => ValueTask.FromResult(_rubric);
    }
}

/// <summary>The built-in evaluator, unless the test wants it to fail.</summary>
internal sealed class EvaluatorInHand : IMemoEvaluator
{
    private readonly BuiltInMemoEvaluator _evaluator = new(new BuiltInEvaluator());

    public bool Fails { get; set; }

    /// <summary>Runs while the review is being made, before it is handed in.</summary>
    public Func<Task>? Meanwhile { get; set; }

    public string Name => MemoReview.BuiltIn;

    public async Task<EvaluatedMemo> EvaluateAsync(Memo memo, Rubric rubric, CancellationToken cancellationToken)
    {
        if (Meanwhile is not null)
        {
            await Meanwhile();
        }

        return Fails
            ? throw new InvalidOperationException("The evaluator fails, as the test wants.")
            : await _evaluator.EvaluateAsync(memo, rubric, cancellationToken);
    }
}
