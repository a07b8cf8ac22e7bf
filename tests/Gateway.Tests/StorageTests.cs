using MemoCoach.Contracts;
using MemoCoach.Gateway.Application;
using MemoCoach.Gateway.Domain;
using MemoCoach.Gateway.Infrastructure;
using MemoCoach.Storage;
using MemoCoach.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace MemoCoach.Gateway.Tests;

/// <summary>The rules that need the database's help, on both databases.</summary>
public abstract class StorageTests
{
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly Visitor Nobody = new("127.0.0.1", "test");

    private protected abstract Task<Dictionary<string, string?>> SettingsAsync(TempFolder folder);

    [Fact]
    public async Task The_migrations_hold_the_whole_model()
    {
        await using var accounts = await OpenAsync();

        await using var context = accounts.Get<Database<GatewayDbContext>>().CreateTrackingContext();

        context.Database.HasPendingModelChanges().ShouldBeFalse("run scripts/add-migration.sh Gateway <Name>");
    }

    [Fact]
    public async Task Everything_comes_back_as_it_went_in()
    {
        await using var accounts = await OpenAsync();
        var account = await CreateAsync(accounts, "josé@例子.公司", AccountRoles.Coach | AccountRoles.Operator);
        var expires = accounts.Get<TimeProvider>().GetUtcNow().AddDays(30).ToOffset(TimeSpan.FromHours(5));
        var created = await accounts.Get<CreateApiToken>().HandleAsync(
            new CreateApiTokenCommand(account.Id, DisplayName.Parse("script").Value!, expires, Nobody), None);

        var (found, token) = await accounts.Get<IAccountStorage>().ReadAsync(
            async (queries, cancel) => (await queries.FindAccountAsync(account.Id, cancel), await queries.FindApiTokenAsync(created!.Secret, cancel)), None);

        found!.Email.ShouldBe("josé@例子.公司");
        found.Roles.ShouldBe(AccountRoles.Coach | AccountRoles.Operator);
        found.CreatedAt.ShouldBe(account.CreatedAt);
        token!.Token.ExpiresAt.ShouldBe(expires.TruncateToMicroseconds());
        token.Token.Hash.ShouldBe(created!.Secret.Hash);
        token.Owner.Id.ShouldBe(account.Id);
    }

    [Fact]
    public async Task Two_admins_who_demote_each_other_leave_one()
    {
        await using var accounts = await OpenAsync();
        for (var round = 0; round < 10; round++)
        {
            var one = await CreateAsync(accounts, $"one{round}@example.org", AccountRoles.Admin);
            var two = await CreateAsync(accounts, $"two{round}@example.org", AccountRoles.Admin);

            var outcomes = await Task.WhenAll(DemoteAsync(accounts, one.Id), DemoteAsync(accounts, two.Id));

            outcomes.Count(outcome => outcome is ChangeAccountOutcome.Changed).ShouldBe(1);
            outcomes.Count(outcome => outcome is ChangeAccountOutcome.LastAdmin).ShouldBe(1);

            // The one who is left makes room for the next round.
            var left = outcomes[0] is ChangeAccountOutcome.LastAdmin ? one : two;
            await accounts.Get<IAccountStorage>().WriteAsync(
                async (unit, cancel) =>
                {
                    (await unit.LockAccountAsync(left.Id, cancel))!.Grant(AccountRoles.Writer);
                    return true;
                },
                None);
        }
    }

    [Fact]
    public async Task Of_many_set_ups_at_once_exactly_one_wins()
    {
        await using var accounts = await OpenAsync();
        var token = await accounts.Get<OfferSetup>().HandleAsync(None);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(number => accounts.Get<SetUp>().HandleAsync(
            new SetUpCommand(Email($"admin{number}@example.org"), Password, Name, token!, Nobody), None)));

        outcomes.Count(outcome => outcome is SetUpOutcome.Created).ShouldBe(1);
        outcomes.Count(outcome => outcome is SetUpOutcome.AlreadySetUp).ShouldBe(7);
    }

    [Fact]
    public async Task Of_many_accounts_with_one_address_exactly_one_is_made()
    {
        await using var accounts = await OpenAsync();

        var made = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => accounts.Get<CreateAccount>().HandleAsync(
            new CreateAccountCommand(Email("same@example.org"), Password, Name, AccountRoles.Writer, Nobody), None)));

        made.Count(account => account is not null).ShouldBe(1);
    }

    [Fact]
    public async Task Failures_at_the_same_moment_are_all_counted()
    {
        await using var accounts = await OpenAsync();
        var account = await CreateAsync(accounts, "target@example.org", AccountRoles.Writer);

        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => accounts.Get<SignIn>().HandleAsync(
            new SignInCommand(Email("target@example.org"), "a wrong password", Nobody), None)));

        var found = await accounts.Get<IAccountStorage>().ReadAsync((queries, cancel) => queries.FindAccountAsync(account.Id, cancel), None);
        found!.FailedSignIns.ShouldBe(6);
    }

    [Fact]
    public async Task Sightings_never_go_back_in_time()
    {
        await using var accounts = await OpenAsync();
        var account = await CreateAsync(accounts, "seen@example.org", AccountRoles.Writer);
        var signedIn = await accounts.Get<SignIn>().HandleAsync(new SignInCommand(Email("seen@example.org"), Password.Text, Nobody), None);
        var session = signedIn!.Session;
        var later = session.LastSeenAt.AddMinutes(10);

        foreach (var at in new[] { later, session.LastSeenAt.AddMinutes(5) })
        {
            await accounts.Get<IAccountStorage>().WriteAsync(
                async (unit, cancel) =>
                {
                    await unit.RecordSightingsAsync(
                        new Sightings(new Dictionary<Guid, DateTimeOffset> { [session.Id] = at }, new Dictionary<Guid, DateTimeOffset>()), cancel);
                    return true;
                },
                None);
        }

        var sessions = await accounts.Get<IAccountStorage>().ReadAsync((queries, cancel) => queries.ListSessionsAsync(account.Id, 10, cancel), None);
        sessions.Single().LastSeenAt.ShouldBe(later);
    }

    private static NewPassword Password => NewPassword.Parse("four random words", null).Value!;

    private static DisplayName Name => DisplayName.Parse("Someone").Value!;

    private static EmailAddress Email(string text) => EmailAddress.Parse(text).Value!;

    private static async Task<Account> CreateAsync(Accounts accounts, string email, AccountRoles roles) =>
        (await accounts.Get<CreateAccount>().HandleAsync(new CreateAccountCommand(Email(email), Password, Name, roles, Nobody), None))!;

    private static Task<ChangeAccountOutcome> DemoteAsync(Accounts accounts, Guid id) =>
        accounts.Get<ChangeAccount>().HandleAsync(new ChangeAccountCommand(id, null, AccountRoles.Writer, null, null, Nobody), None);

    private async Task<Accounts> OpenAsync()
    {
        var folder = new TempFolder("accounts");
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Configuration.AddInMemoryCollection(await SettingsAsync(folder));
        builder.AddAccounts();
        var host = builder.Build();
        await host.Services.GetRequiredService<Database<GatewayDbContext>>().MigrateAsync(None);
        return new Accounts(host, folder);
    }

    private sealed class Accounts(IHost host, TempFolder folder) : IAsyncDisposable
    {
        public T Get<T>()
            where T : class => host.Services.GetRequiredService<T>();

        public ValueTask DisposeAsync()
        {
            host.Dispose();
            folder.Dispose();
            return ValueTask.CompletedTask;
        }
    }
}

public sealed class SqliteStorageTests : StorageTests
{
    private protected override Task<Dictionary<string, string?>> SettingsAsync(TempFolder folder) =>
        Task.FromResult(new Dictionary<string, string?> { ["Data:Directory"] = folder.Path });
}

public sealed class PostgresStorageTests : StorageTests
{
    private protected override async Task<Dictionary<string, string?>> SettingsAsync(TempFolder folder) => new()
    {
        ["Data:Directory"] = folder.Path,
        ["Storage:Provider"] = "Postgres",
        [$"ConnectionStrings:{ServiceNames.Gateway}"] = await (await PostgresServer.StartAsync()).CreateDatabaseAsync(),
    };
}
