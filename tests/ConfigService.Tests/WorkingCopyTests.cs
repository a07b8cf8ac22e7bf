using MemoCoach.ConfigService.Application;
using MemoCoach.ConfigService.Domain;
using MemoCoach.ConfigService.Domain.Documents;
using MemoCoach.ConfigService.Infrastructure;
using MemoCoach.Contracts;
using MemoCoach.Messaging;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using MemoCoach.TestKit;

namespace MemoCoach.ConfigService.Tests;

/// <summary>What the service makes of the files it finds, at a first start, after an edit, and after a crash.</summary>
public sealed class WorkingCopyTests : IDisposable
{
    private const string Invalid = "passwords:\n  minimumLength: one\n";

    private readonly TempFolder _directory = new("config");

    private string AuthFile => Path.Combine(_directory.Path, "config", "auth.yaml");

    private static string Shipped => ShippedDocuments.Read("auth");

    private static string Edited => Shipped.Replace("minimumLength: 12", "minimumLength: 16", StringComparison.Ordinal);

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task A_first_start_seeds_every_document()
    {
        await using var host = await StartAsync();

        foreach (var file in Directory.EnumerateFiles(ShippedDocuments.Directory, "*.yaml"))
        {
            var copy = Path.Combine(_directory.Path, "config", Path.GetFileName(file));
            (await File.ReadAllTextAsync(copy)).ShouldBe(await File.ReadAllTextAsync(file));
        }

        (await ActiveAsync(host)).Source.ShouldBe(RevisionSources.Seed);
        (await HealthAsync(host)).Status.ShouldBe(HealthStatus.Healthy);
    }

    [Fact]
    public async Task A_file_that_is_there_already_is_never_overwritten()
    {
        Write(Edited);

        await using var host = await StartAsync();

        (await File.ReadAllTextAsync(AuthFile)).ShouldBe(Edited);
        var active = await ActiveAsync(host);
        (active.Source, active.Content).ShouldBe((RevisionSources.File, Edited));
    }

    [Fact]
    public async Task A_directory_of_ones_own_is_used()
    {
        var elsewhere = Path.Combine(_directory.Path, "elsewhere");

        await using var host = await ConfigHost.StartAsync(_directory.Path, settings: ("Config:Directory", elsewhere));

        File.Exists(Path.Combine(elsewhere, "auth.yaml")).ShouldBeTrue();
        Directory.Exists(Path.Combine(_directory.Path, "config")).ShouldBeFalse();
    }

    [Fact]
    public async Task A_start_without_changes_publishes_nothing()
    {
        await using (await StartAsync())
        {
        }

        await using var host = await StartAsync();

        (await HistoryAsync(host)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task An_edit_is_in_force_after_the_next_start()
    {
        await using (await StartAsync())
        {
        }

        Write(Edited);
        await using var host = await StartAsync();

        (await HistoryAsync(host)).Select(entry => entry.Source).ShouldBe([RevisionSources.File, RevisionSources.Seed]);
        (await ActiveAsync(host)).Content.ShouldBe(Edited);
    }

    [Fact]
    public async Task Line_endings_of_another_system_are_no_change()
    {
        await using (await StartAsync())
        {
        }

        Write(Shipped.ReplaceLineEndings("\r\n"));
        await using var host = await StartAsync();

        (await HistoryAsync(host)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task An_invalid_edit_leaves_the_last_good_revision_in_force_and_says_where_it_is_wrong()
    {
        await using (await StartAsync())
        {
        }

        Write(Invalid);
        await using var host = await StartAsync();

        (await ActiveAsync(host)).Content.ShouldBe(Shipped);
        (await File.ReadAllTextAsync(AuthFile)).ShouldBe(Invalid);
        host.Logs.Errors.ShouldContain(error =>
            error.Contains(AuthFile) && error.Contains("line 2, column 18") && error.Contains("passwords.minimumLength"));
        var health = await HealthAsync(host);
        health.Status.ShouldBe(HealthStatus.Degraded);
        health.Entries["config-documents"].Description!.ShouldContain("auth");
    }

    [Fact]
    public async Task An_invalid_file_at_the_first_start_puts_the_seed_in_force_and_stays_as_it_is()
    {
        Write(Invalid);

        await using var host = await StartAsync();

        var active = await ActiveAsync(host);
        (active.Source, active.Content).ShouldBe((RevisionSources.Seed, Shipped));
        (await File.ReadAllTextAsync(AuthFile)).ShouldBe(Invalid);
        (await HealthAsync(host)).Status.ShouldBe(HealthStatus.Degraded);
    }

    [Fact]
    public async Task A_change_through_the_API_repairs_an_invalid_file_and_keeps_what_it_replaces()
    {
        Write(Invalid);
        await using var host = await StartAsync();
        using var admin = host.Client("admin");
        admin.DefaultRequestHeaders.TryAddWithoutValidation("If-Match", "*");

        using var content = new StringContent(Shipped);
        (await admin.PutAsync("/api/v1/config/auth?message=Repair", content)).EnsureSuccessStatusCode();

        (await File.ReadAllTextAsync(AuthFile)).ShouldBe(Shipped);
        var kept = Directory.EnumerateFiles(Path.Combine(_directory.Path, "config", ".memocoach"), "auth.*.yaml").ShouldHaveSingleItem();
        (await File.ReadAllTextAsync(kept)).ShouldBe(Invalid);
        (await HealthAsync(host)).Status.ShouldBe(HealthStatus.Healthy);
    }

    [Fact]
    public async Task An_edit_of_the_file_while_running_conflicts_with_a_change_through_the_API()
    {
        await using var host = await StartAsync();
        var seen = (await ActiveAsync(host)).Revision;
        Write(Edited);
        using var admin = host.Client("admin");
        admin.DefaultRequestHeaders.TryAddWithoutValidation("If-Match", $"\"{seen}\"");

        using var content = new StringContent(Shipped.Replace("attempts: 5", "attempts: 9", StringComparison.Ordinal));
        using var response = await admin.PutAsync("/api/v1/config/auth?message=x", content);

        ((int)response.StatusCode).ShouldBe(412);
        (await ActiveAsync(host)).Content.ShouldBe(Edited);
    }

    [Fact]
    public async Task A_crash_between_file_and_database_is_completed_by_the_next_start_with_its_author()
    {
        var author = Guid.CreateVersion7();
        await using (var crashed = await StartAsync())
        {
            // What a change has done to the disk when the process is killed before the database knows of it.
            var copy = crashed.Services.GetRequiredService<IWorkingCopy>();
            var active = await ActiveAsync(crashed);
            var authorship = new Authorship(RevisionSources.Interface, author, "Longer passwords");
            copy.SaveNote("auth", new CopyNote(active.Revision, new PendingChange(DocumentContent.RevisionOf(Edited), active.Revision, authorship)));
            copy.Write("auth", Edited);
        }

        await using var host = await StartAsync();

        var healed = await ActiveAsync(host);
        (healed.Content, healed.AuthorId, healed.Message, healed.Source).ShouldBe((Edited, author, "Longer passwords", RevisionSources.Interface));
    }

    [Fact]
    public async Task A_crash_before_the_file_was_replaced_leaves_everything_as_it_was()
    {
        await using (var crashed = await StartAsync())
        {
            var active = await ActiveAsync(crashed);
            var authorship = new Authorship(RevisionSources.Interface, null, "Never happened");
            crashed.Services.GetRequiredService<IWorkingCopy>().SaveNote(
                "auth", new CopyNote(active.Revision, new PendingChange(DocumentContent.RevisionOf(Edited), active.Revision, authorship)));
            await File.WriteAllTextAsync(Path.Combine(_directory.Path, "config", ".auth.yaml.half.tmp"), "half a");
        }

        await using var host = await StartAsync();

        (await HistoryAsync(host)).Count.ShouldBe(1);
        Directory.EnumerateFiles(Path.Combine(_directory.Path, "config"), "*.tmp").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_working_copy_that_is_behind_its_database_is_brought_up_to_date()
    {
        await using (var host = await StartAsync())
        {
            using var admin = host.Client("admin");
            admin.DefaultRequestHeaders.TryAddWithoutValidation("If-Match", "*");
            var backup = Path.Combine(_directory.Path, "replica");
            Copy(Path.Combine(_directory.Path, "config"), backup);
            using var content = new StringContent(Edited);
            (await admin.PutAsync("/api/v1/config/auth?message=x", content)).EnsureSuccessStatusCode();

            // Another replica's directory: it was away while this one published.
            Directory.Delete(Path.Combine(_directory.Path, "config"), recursive: true);
            Copy(backup, Path.Combine(_directory.Path, "config"));
        }

        await using var replica = await StartAsync();

        (await File.ReadAllTextAsync(AuthFile)).ShouldBe(Edited);
        (await HistoryAsync(replica)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_change_that_the_database_refuses_does_not_come_into_force_later()
    {
        await using (var host = await StartAsync(builder => builder.Services.Replace(
            ServiceDescriptor.Singleton<IRevisionStorage>(services => new Doubles.RefusingStorage(ActivatorUtilities.CreateInstance<RevisionStorage>(services))))))
        {
            using var admin = host.Client("admin");
            admin.DefaultRequestHeaders.TryAddWithoutValidation("If-Match", "*");
            using var content = new StringContent(Edited);
            using var response = await admin.PutAsync("/api/v1/config/auth?message=x", content);
            ((int)response.StatusCode).ShouldBeGreaterThanOrEqualTo(500);
        }

        (await File.ReadAllTextAsync(AuthFile)).ShouldBe(Shipped);
        await using var restarted = await StartAsync();
        (await ActiveAsync(restarted)).Content.ShouldBe(Shipped);
    }

    [Fact]
    public async Task Revisions_are_announced_once_each_and_in_order_even_when_the_clock_is_set_back()
    {
        await using var host = await StartAsync(builder => builder.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(new Doubles.BackwardsClock())));
        using var admin = host.Client("admin");
        admin.DefaultRequestHeaders.TryAddWithoutValidation("If-Match", "*");
        foreach (var text in (string[])[Edited, Shipped])
        {
            using var content = new StringContent(text);
            (await admin.PutAsync("/api/v1/config/auth?message=x", content)).EnsureSuccessStatusCode();
        }

        var times = (await HistoryAsync(host)).Select(entry => entry.PublishedAt).Reverse().ToList();
        times.ShouldBe(times.Order());
        times.Distinct().Count().ShouldBe(3);
    }

    [Fact]
    public async Task Other_services_are_answered_and_told()
    {
        var heard = new Doubles.Heard();
        await using var host = await StartAsync(builder =>
        {
            builder.Services.AddSingleton(heard);
            builder.AddServiceMessaging<ConfigDbContext>("listener", messaging => messaging.Listen<ConfigRevisionPublished, Doubles.Listener>());
        });
        using var admin = host.Client("admin");
        admin.DefaultRequestHeaders.TryAddWithoutValidation("If-Match", "*");
        using var content = new StringContent(Edited);
        (await admin.PutAsync("/api/v1/config/auth?message=x", content)).EnsureSuccessStatusCode();

        var revision = await heard.WaitForAsync(message => message.Name == "auth" && message.Content == Edited);
        revision.Revision.ShouldBe(DocumentContent.RevisionOf(Edited));

        using var scope = host.Services.CreateScope();
        var responder = scope.ServiceProvider.GetRequiredService<Consumers.GetConfigurationResponder>();
        var answer = await responder.RespondAsync(new GetConfiguration(["auth", "unknown"]), TestContext.Current.CancellationToken);
        answer.Documents.ShouldHaveSingleItem().Content.ShouldBe(Edited);
        (await responder.RespondAsync(new GetConfiguration([]), TestContext.Current.CancellationToken)).Documents.Count.ShouldBeGreaterThan(2);
    }

    [Fact]
    public async Task A_limit_out_of_range_stops_the_start() =>
        await Should.ThrowAsync<ServiceDefaults.SettingsException>(
            () => ConfigHost.StartAsync(_directory.Path, settings: ("Config:Limits:MaximumBytes", "1")));

    private Task<ConfigHost> StartAsync(Action<WebApplicationBuilder>? configure = null) => ConfigHost.StartAsync(_directory.Path, configure);

    private void Write(string content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(AuthFile)!);
        File.WriteAllText(AuthFile, content);
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }

    private static async Task<DocumentRevision> ActiveAsync(ConfigHost host) =>
        (await host.Services.GetRequiredService<IRevisionStorage>().FindActiveAsync("auth", TestContext.Current.CancellationToken)).ShouldNotBeNull();

    private static Task<IReadOnlyList<DocumentRevision>> HistoryAsync(ConfigHost host) =>
        host.Services.GetRequiredService<IRevisionStorage>().ReadHistoryAsync("auth", 100, null, TestContext.Current.CancellationToken);

    private static Task<HealthReport> HealthAsync(ConfigHost host) => host.Services.GetRequiredService<HealthCheckService>()
        .CheckHealthAsync(check => check.Tags.Contains(ServiceNames.Config), TestContext.Current.CancellationToken);
}
