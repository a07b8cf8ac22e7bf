using MemoCoach.TestKit;

namespace MemoCoach.ServiceDefaults.Tests.TestKit;

public sealed class EventuallyTests
{
    [Fact]
    public async Task It_returns_once_the_condition_holds_though_it_threw_before()
    {
        var calls = 0;

        await Eventually.BecomesTrueAsync(
            () => ++calls < 3 ? throw new InvalidOperationException("not yet") : true, TimeSpan.FromSeconds(20), "it works");

        calls.ShouldBe(3);
    }

    [Fact]
    public async Task It_fails_with_the_reason_and_the_last_exception()
    {
        var failure = await Should.ThrowAsync<TimeoutException>(() => Eventually.BecomesTrueAsync(
            bool () => throw new InvalidOperationException("never"), TimeSpan.FromMilliseconds(50), "the memo is reviewed"));

        failure.Message.ShouldContain("the memo is reviewed");
        failure.InnerException!.Message.ShouldBe("never");
    }
}
