namespace MemoCoach.Evaluation;

public static class EvaluationService
{
    public static WebApplicationBuilder AddEvaluation(this WebApplicationBuilder builder) => builder;

    public static WebApplication MapEvaluation(this WebApplication app) => app;
}
