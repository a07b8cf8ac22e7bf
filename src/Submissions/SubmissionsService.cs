namespace MemoCoach.Submissions;

public static class SubmissionsService
{
    public static WebApplicationBuilder AddSubmissions(this WebApplicationBuilder builder) => builder;

    public static WebApplication MapSubmissions(this WebApplication app) => app;
}
