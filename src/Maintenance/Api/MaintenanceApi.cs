using MemoCoach.Maintenance.Application;
using MemoCoach.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace MemoCoach.Maintenance.Api;

internal static class MaintenanceApi
{
    private const int MostDays = 400;

    public static void MapMaintenanceApi(this IEndpointRouteBuilder routes)
    {
        var maintenance = routes.MapGroup("/api/v1/maintenance").WithTags("Maintenance").RequireAuthorization(Policies.Operator);
        maintenance.MapGet("/status", StatusAsync);
    }

    private static async Task<Results<Ok<StatusResponse>, ValidationProblem>> StatusAsync(
        ReadServiceStatus status, CancellationToken cancellationToken, int days = 30)
    {
        if (days is < 1 or > MostDays)
        {
            return TypedResults.ValidationProblem(new Dictionary<string, string[]> { ["days"] = [$"Must be 1 to {MostDays}."] });
        }

        return TypedResults.Ok(StatusResponse.Of(await status.RunAsync(days, cancellationToken)));
    }
}
