using MemoCoach.Gateway.Domain;

namespace MemoCoach.Gateway.Tests;

public sealed class DomainTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("a@b")]
    [InlineData("first.last+tag@sub.example.org")]
    [InlineData("用户@例子.公司")]
    [InlineData("o'brien@example.org")]
    public void An_address_of_any_script_is_accepted(string text) => EmailAddress.Parse(text).Rule.ShouldBeNull();

    [Theory]
    [InlineData("Ada@Example.ORG", "ada@example.org")]
    [InlineData("jose\u0301@example.org", "jos\u00e9@example.org")]
    [InlineData("\uff41da@example.org", "ada@example.org")]
    public void Addresses_that_look_the_same_are_the_same(string one, string two) =>
        EmailAddress.Parse(one).Value!.Key.ShouldBe(EmailAddress.Parse(two).Value!.Key);

    [Theory]
    [InlineData("123456789", false)]
    [InlineData("1234567890", false)]
    [InlineData("aaaaaaaaaaaa", false)]
    [InlineData("QWERTYUIOP", false)]
    [InlineData("kx7 Qz!w9p", true)]
    [InlineData("пароль из слов", true)]
    public void A_password_is_judged_by_length_and_by_how_easily_it_is_guessed(string text, bool accepted) =>
        (NewPassword.Parse(text, null).Rule is null).ShouldBe(accepted);

    [Fact]
    public void A_password_is_not_printed_by_accident()
    {
        $"{NewPassword.Parse("four random words", null).Value}".ShouldNotContain("random");
        var secret = ApiTokenSecret.Create();
        $"{secret}".ShouldNotContain(secret.Text);
    }

    [Fact]
    public void Secrets_of_tokens_differ_and_are_recognised()
    {
        var secrets = Enumerable.Range(0, 1_000).Select(_ => ApiTokenSecret.Create().Text).ToHashSet();

        secrets.Count.ShouldBe(1_000);
        secrets.ShouldAllBe(secret => Recognised(secret));
        Recognised(secrets.First() + "x").ShouldBeFalse();
        Recognised(secrets.First()[..^1] + "-").ShouldBeFalse();
        Recognised(null).ShouldBeFalse();
    }

    [Fact]
    public void The_setup_token_is_compared_whole()
    {
        var register = new AccountRegister();
        var token = register.OfferSetup();

        register.OfferSetup().ShouldBe(token);
        register.Accepts(token).ShouldBeTrue();
        register.Accepts(token[..^1]).ShouldBeFalse();
        register.Accepts("").ShouldBeFalse();
        register.Accepts(null).ShouldBeFalse();
        register.CloseSetup();
        register.Accepts(token).ShouldBeFalse();
        register.Accepts(null).ShouldBeFalse();
    }

    [Fact]
    public void A_lockout_starts_the_count_again()
    {
        var account = Account.Create(
            Guid.NewGuid(), EmailAddress.Parse("a@b").Value!, DisplayName.Parse("A").Value!, "hash", AccountRoles.Writer, Now);
        var policy = new LockoutPolicy(2, TimeSpan.FromMinutes(15));

        account.RecordFailure(policy, Now);
        account.IsLockedAt(Now).ShouldBeFalse();
        account.RecordFailure(policy, Now);
        account.IsLockedAt(Now).ShouldBeTrue();
        account.IsLockedAt(Now.AddMinutes(15)).ShouldBeFalse();
        account.RecordFailure(policy, Now.AddMinutes(15));
        account.IsLockedAt(Now.AddMinutes(15)).ShouldBeFalse();
    }

    [Fact]
    public void Roles_are_named_as_the_policies_name_them() =>
        RoleNames.Of(AccountRoles.All).ShouldBe(ServiceDefaults.Roles.All);

    [Fact]
    public void A_user_agent_is_kept_short_and_printable()
    {
        new Visitor(null, "curl/8\r\n\u0000é" + new string('x', 1_000)).UserAgent!.ShouldStartWith("curl/8xxx");
        new Visitor(null, new string('x', 1_000)).UserAgent!.Length.ShouldBe(Visitor.MaximumUserAgentLength);
        new Visitor(null, " ").UserAgent.ShouldBeNull();
    }

    private static bool Recognised(string? text) => ApiTokenSecret.TryRead(text, out var _);
}
