using System.Net;
using MemoCoach.TestKit;

namespace MemoCoach.Distributed.Tests;

/// <summary>Five published processes with SQLite files of their own, RabbitMQ between them, the gateway in front.</summary>
public sealed class SeparateServicesTests : IAsyncLifetime
{
    private static readonly string[] Projects = ["ConfigService", "Submissions", "Evaluation", "Maintenance", "Gateway"];
    private readonly TempFolder _folder = new("distributed");
    private readonly Dictionary<string, PublishedProgram> _services = [];

    public async ValueTask InitializeAsync()
    {
        var broker = await (await RabbitMqServer.StartAsync()).CreateVirtualHostAsync();
        foreach (var project in Projects)
        {
            _services[project] = new PublishedProgram(project, _folder.Path, SettingsOf(project, broker));
        }

        foreach (var service in _services.Values)
        {
            service.Set("Authentication__KeysUrl", new Uri(_services["Gateway"].Address, ".well-known/jwks.json").ToString());
        }

        await Task.WhenAll(_services.Values.Select(service => service.StartAsync()));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var service in _services.Values)
        {
            await service.DisposeAsync();
        }

        _folder.Dispose();
    }

    [Fact]
    public async Task A_memo_passes_through_every_service_and_comes_back_reviewed()
    {
        using var user = await ApiUser.SignInAsync(_services["Gateway"].Address);
        var id = await user.SubmitAsync("We ask for $40,000 by 1 March. Ana Ruiz owns the order. The risk is a late delivery; we hold back 20%.");

        var events = await user.FollowAsync(id);

        events.ShouldContain("\"status\":\"completed\"");
        (await user.GetAsync($"api/v1/reviews/{id}")).GetProperty("criteria").GetArrayLength().ShouldBe(7);
        (await user.GetAsync("api/v1/submissions")).GetProperty("items")[0].GetProperty("id").GetGuid().ShouldBe(id);
        (await user.GetAsync("api/v1/config")).GetProperty("items").GetArrayLength().ShouldBeGreaterThan(0);
        await Eventually.BecomesTrueAsync(
            async () => (await user.GetAsync("api/v1/maintenance/status")).GetProperty("services").EnumerateArray()
                .Count(service => service.GetProperty("status").GetString() == "up") == Projects.Length,
            TimeSpan.FromSeconds(60),
            "every service has sent a heartbeat");
    }

    [Fact]
    public async Task A_memo_waits_for_a_killed_service_and_a_deleted_one_is_erased_everywhere()
    {
        using var user = await ApiUser.SignInAsync(_services["Gateway"].Address);
        await _services["Evaluation"].KillAsync();
        var waiting = await user.SubmitAsync("We ask for $10,000 by 1 May. The evaluator is away while this is submitted.");
        (await user.GetAsync($"api/v1/submissions/{waiting}")).GetProperty("status").GetString().ShouldBe("queued");

        await _services["Evaluation"].StartAsync();
        await user.WaitForReviewAsync(waiting);

        (await user.DeleteAsync(waiting)).ShouldBe(HttpStatusCode.NoContent);
        (await user.StatusOfAsync($"api/v1/submissions/{waiting}")).ShouldBe(HttpStatusCode.NotFound);
        await Eventually.BecomesTrueAsync(
            async () => await user.StatusOfAsync($"api/v1/reviews/{waiting}") == HttpStatusCode.NotFound,
            TimeSpan.FromSeconds(10),
            "the review is erased within the promised 10 seconds");
    }

    [Fact]
    public async Task Each_service_keeps_health_and_metrics_on_its_management_address()
    {
        using var client = new HttpClient();
        foreach (var service in _services.Values)
        {
            foreach (var path in (string[])["health", "alive", "metrics"])
            {
                using var inside = await client.GetAsync(new Uri(service.ManagementAddress, path));
                inside.StatusCode.ShouldBe(HttpStatusCode.OK);
                using var outside = await client.GetAsync(new Uri(service.Address, path));
                outside.StatusCode.ShouldBe(HttpStatusCode.NotFound);
            }

            using var openApi = await client.GetAsync(new Uri(service.Address, "openapi/v1.json"));
            openApi.StatusCode.ShouldBe(HttpStatusCode.OK);
        }
    }

    private Dictionary<string, string?> SettingsOf(string project, string broker)
    {
        var settings = new Dictionary<string, string?>
        {
            ["Data__Directory"] = _folder.Combine(project),
            ["Messaging__Transport"] = "RabbitMq",
            ["ConnectionStrings__messaging"] = broker,
            ["Heartbeat__Period"] = "00:00:01",
            ["RateLimits__Enabled"] = "false",
        };
        if (project == "Gateway")
        {
            settings["Setup__AdminEmail"] = ApiUser.Email;
            settings["Setup__AdminPassword"] = ApiUser.Password;
            settings["Services__submissions__Url"] = _services["Submissions"].Address.ToString();
            settings["Services__evaluation__Url"] = _services["Evaluation"].Address.ToString();
            settings["Services__config__Url"] = _services["ConfigService"].Address.ToString();
            settings["Services__maintenance__Url"] = _services["Maintenance"].Address.ToString();
        }

        return settings;
    }
}
