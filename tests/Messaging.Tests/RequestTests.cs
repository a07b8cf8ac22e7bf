using MemoCoach.Contracts;
using MemoCoach.Messaging.Tests.Network;
using MemoCoach.Storage;
using MemoCoach.TestKit;

namespace MemoCoach.Messaging.Tests;

/// <summary>Questions over the bus, and the configuration that is asked for by them.</summary>
public sealed class RequestTests
{
    private const Roles Everything = Roles.Sender | Roles.Receiver | Roles.Responder;

    [Theory]
    [InlineData(MessagingTransport.InMemory)]
    [InlineData(MessagingTransport.RabbitMq)]
    public async Task A_question_is_answered(MessagingTransport transport)
    {
        await using var network = await TestNetwork.CreateAsync(StorageProvider.Sqlite, transport);
        var host = await network.StartAsync(Everything);
        await host.Transport.WaitUntilReadyAsync(default).WaitAsync(TestNetwork.Limit);

        var answer = await AskAsync(host, "pen");

        answer.ShouldBe(new PriceNamed("pen", 42));
    }

    [Theory]
    [InlineData(MessagingTransport.InMemory, true)]
    [InlineData(MessagingTransport.RabbitMq, true)]
    [InlineData(MessagingTransport.InMemory, false)]
    [InlineData(MessagingTransport.RabbitMq, false)]
    public async Task A_question_that_nobody_answers_or_that_is_answered_by_a_failure_is_unavailable(MessagingTransport transport, bool isAnswered)
    {
        await using var network = await TestNetwork.CreateAsync(StorageProvider.Sqlite, transport);
        var host = await network.StartAsync(isAnswered ? Everything : Roles.Sender | Roles.Receiver);
        await host.Transport.WaitUntilReadyAsync(default).WaitAsync(TestNetwork.Limit);

        await Should.ThrowAsync<TransportUnavailableException>(() => AskAsync(host, "broken").WaitAsync(TestNetwork.Limit));
    }

    [Theory]
    [InlineData(MessagingTransport.InMemory)]
    [InlineData(MessagingTransport.RabbitMq)]
    public async Task Configuration_is_followed_also_where_the_news_of_a_revision_was_lost(MessagingTransport transport)
    {
        ConfigurationResponder.InForce = null;
        await using var network = await TestNetwork.CreateAsync(StorageProvider.Sqlite, transport);
        network.Settings["Messaging:ConfigurationRefresh"] = "00:00:01";
        var host = await network.StartAsync(Everything | Roles.Follower);
        var changes = 0;
        host.Configuration.Changed += _ => Interlocked.Increment(ref changes);
        var waiting = host.Configuration.WaitForAsync(ServiceHost.Document, default);
        host.Configuration.Find(ServiceHost.Document).ShouldBeNull();

        ConfigurationResponder.InForce = Revision(1);
        (await waiting.WaitAsync(TestNetwork.Limit)).Revision.ShouldBe("r1");

        ConfigurationResponder.InForce = Revision(2);
        await Eventually.BecomesTrueAsync(
            () => host.Configuration.Find(ServiceHost.Document)!.Revision == "r2", TestNetwork.Limit, "the second revision is in force");
        changes.ShouldBe(2);
    }

    private static Task<PriceNamed> AskAsync(ServiceHost host, string article) =>
        host.Transport.RequestAsync<PriceAsked, PriceNamed>(new PriceAsked(article), TimeSpan.FromSeconds(3), default);

    private static ConfigRevisionPublished Revision(int number) =>
        new(ServiceHost.Document, $"r{number}", "", DateTimeOffset.UnixEpoch.AddDays(number));
}
