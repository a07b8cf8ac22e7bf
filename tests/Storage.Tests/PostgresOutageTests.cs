using MemoCoach.Storage.Tests.Sample;
using MemoCoach.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace MemoCoach.Storage.Tests;

public sealed class PostgresOutageTests
{
    [Fact]
    public async Task A_server_that_is_away_is_unavailable_in_every_way_and_then_works_on()
    {
        await using var server = await PostgresServer.StartDedicatedAsync();
        await using var host = await SampleHost.StartAsync(StorageProvider.Postgres, await server.CreateDatabaseAsync() + ";Timeout=3");
        await AddAsync(host);
        (await HealthAsync(host)).ShouldBe(HealthStatus.Healthy);
        await using var scope = host.Services.CreateAsyncScope();
        var held = scope.ServiceProvider.GetRequiredService<SampleDbContext>();
        held.Add(new SampleRow());

        await server.StopAsync();

        await Should.ThrowAsync<StorageUnavailableException>(() => AddAsync(host));
        await Should.ThrowAsync<StorageUnavailableException>(() => CountAsync(host));
        await Should.ThrowAsync<StorageUnavailableException>(() => held.SaveChangesAsync());
        await Should.ThrowAsync<StorageUnavailableException>(() => host.Database.MigrateAsync(default));
        (await HealthAsync(host)).ShouldBe(HealthStatus.Unhealthy);

        await server.StartAgainAsync();

        await Eventually.BecomesTrueAsync(
            async () =>
            {
                await AddAsync(host);
                return await CountAsync(host) == 2;
            },
            TimeSpan.FromSeconds(15),
            "the database works again");
        (await HealthAsync(host)).ShouldBe(HealthStatus.Healthy);
    }

    private static Task AddAsync(SampleHost host) =>
        host.Database.WriteAsync((db, _) => Task.FromResult(db.Add(new SampleRow())), default);

    private static Task<int> CountAsync(SampleHost host) => host.Database.ReadAsync((db, token) => db.Rows.CountAsync(token), default);

    private static async Task<HealthStatus> HealthAsync(SampleHost host) =>
        (await host.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync()).Status;
}
