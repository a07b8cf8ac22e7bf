using System.Text;
using MemoCoach.ConfigService.Application.Validation;
using MemoCoach.ConfigService.Domain.Documents;

namespace MemoCoach.ConfigService.Tests.Validation;

/// <summary>Breaks the shipped documents in one place each, and looks at what is said about it.</summary>
public sealed class DocumentRulesTests
{
    private readonly DocumentValidator _validator = new(new DocumentLimits());

    [Fact]
    public void Every_shipped_document_is_valid()
    {
        foreach (var name in _validator.Names)
        {
            _validator.Validate(name, Encoding.UTF8.GetBytes(ShippedDocuments.Read(name))).Problems.ShouldBeEmpty(name);
        }
    }

    [Theory]
    [InlineData("maintenance", "cron: \"0 6 * * *\"", "cron: \"0 6 * *\"", "jobs[0].cron", "cron expression")]
    [InlineData("maintenance", "cron: \"0 6 * * *\"", "cron: \"0 6 30 2 *\"", "jobs[0].cron", "cron expression")]
    [InlineData("maintenance", "timeZone: Etc/UTC", "timeZone: Mars/Olympus", "timeZone", "time zone")]
    [InlineData("maintenance", "name: vacuum", "name: vacum", "jobs[7].name", "not one of")]
    [InlineData("maintenance", "name: vacuum", "name: backup", "jobs[7].name", "used already, at jobs[5].name")]
    [InlineData("maintenance", "timeout: 5m", "timeout: 5", "jobs[0].timeout", "duration")]
    [InlineData("maintenance", "owner: admin", "owner: nobody", "jobs[13].owner", "not one of")]
    [InlineData("alerts", "severity: critical", "severity: urgent", "rules[0].severity", "not one of")]
    [InlineData("alerts", "name: service-degraded", "name: Service Degraded", "rules[1].name", "kebab-case")]
    [InlineData("alerts", "    repeat: 12h\n", "", "rules[1].repeat", "missing")]
    [InlineData("alerts", "summary: A service says", "sumary: A service says", "rules[1].sumary", "not known")]
    [InlineData("auth", "minimumLength: 12", "minimumLength: 4", "passwords.minimumLength", "out of range")]
    [InlineData("auth", "minimumLength: 12", "minimumLength: \"12\"", "passwords.minimumLength", "number")]
    [InlineData("auth", "minimumLength: 12", "minimumLength: 12.5", "passwords.minimumLength", "whole number")]
    [InlineData("auth", "absolute: 7d", "absolute: 1h", "sessions.absolute", "idle")]
    [InlineData("rubric", "weight: 15", "weight: 16", "criteria", "sum to 101")]
    [InlineData("rubric", "weight: 15", "weight: 0", "criteria[0].weight", "weighs nothing")]
    [InlineData("rubric", "weight: 15", "weight: heavy", "criteria[0].weight", "number")]
    [InlineData("rubric", "- id: arguments", "- id: structure", "criteria[1].id", "used already")]
    [InlineData("rubric", "- id: arguments", "- id: Arguments", "criteria[1].id", "kebab-case")]
    [InlineData("rubric", "max: 5", "max: 6", "criteria[0].guidance", "score 6")]
    [InlineData("rubric", "max: 5", "max: 4", "criteria[0].guidance.5", "not a score from 1 to 4")]
    [InlineData("rubric", "max: 5", "max: 1", "scale", "above the lowest")]
    [InlineData("rubric", "      es: Estructura\n", "", "criteria[0].name.es", "missing")]
    [InlineData("rubric", "      es: Estructura\n", "      fr: Structure\n", "criteria[0].name.fr", "not known")]
    [InlineData("rubric", "id: business-memo", "id:", "id", "must have a value")]
    [InlineData("frameworks", "- id: scqa", "- id: pyramid", "frameworks[1].id", "used already")]
    [InlineData("frameworks", "      es: Principio de la Pirámide\n", "", "frameworks[0].name.es", "missing")]
    [InlineData("frameworks", "      structure:\n", "      The Structure:\n", "frameworks[0].maps.The Structure", "id of a criterion")]
    [InlineData("frameworks", "    source: Barbara Minto, The Pyramid Principle (1987)\n", "", "frameworks[0].source", "missing")]
    [InlineData("prompt", "{{language}}.", "{{langage}}.", "system", "'{{langage}}' is not known")]
    [InlineData("prompt", "Its title: {{title}}", "It has none", "$", "'{{title}}' is missing")]
    [InlineData("prompt", "Its title: {{title}}", "Its title: {{title", "user", "no placeholder")]
    [InlineData("prompt", "{{rubric}}\n  </rubric>", "{{rubric}} {{memo}}\n  </rubric>", "system", "among the instructions")]
    [InlineData("prompt", "{{memo}}\n  {{boundary}}", "{{memo}}", "user", "not fenced")]
    [InlineData("prompt", "temperature: 0", "temperature: 3", "parameters.temperature", "out of range")]
    [InlineData("llm", "providers: []", "providers: [{id: a, kind: openai, model: m, key: my key}]", "providers[0].key", "name of a key")]
    [InlineData("llm", "providers: []", "providers: [{id: a, kind: anthropic, model: m}]", "providers[0].key", "missing")]
    [InlineData("llm", "providers: []", "providers: [{id: a, kind: ollama, model: m}]", "providers[0].base_url", "missing")]
    [InlineData("llm", "providers: []", "providers: [{id: a, kind: ollama, model: m, base_url: localhost}]", "providers[0].base_url", "address")]
    [InlineData("llm", "providers: []", "providers: [{id: a, kind: gemini, model: m}]", "providers[0].kind", "not one of")]
    [InlineData("llm", "prices: {}", "prices: {m: {input: 1, cached_input: 2, output: 3}}", "prices.m.cached_input", "Cached")]
    [InlineData("llm", "prices: {}", "prices: {m: {input: -1, output: 3}}", "prices.m.input", "out of range")]
    [InlineData("llm", "tokens: 40000000", "tokens: 400", "quota.month", "less than a day")]
    [InlineData("llm", "at_limit: builtin", "at_limit: stop", "quota.at_limit", "not one of")]
    [InlineData("llm", "currency: USD", "currency: dollars", "currency", "currency")]
    [InlineData("llm", "warn_at: 0.8", "warn_at: 80", "quota.warn_at", "out of range")]
    public void A_broken_rule_is_reported_at_its_place(string name, string good, string bad, string path, string words)
    {
        var document = ShippedDocuments.Read(name);
        document.ShouldContain(good);
        var place = document.IndexOf(good, StringComparison.Ordinal);
        var broken = document.Remove(place, good.Length).Insert(place, bad);

        var problems = _validator.Validate(name, Encoding.UTF8.GetBytes(broken)).Problems;

        var problem = problems.First(candidate => candidate.Path == path);
        problem.Message.ShouldContain(words);
        problem.Line.ShouldBeGreaterThan(1, "the comment at the top of every document is above it");
        problem.Column.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void Every_provider_that_llm_yaml_shows_as_an_example_is_valid()
    {
        var examples = string.Join('\n', ShippedDocuments.Read("llm").Split('\n')
            .SkipWhile(line => !line.StartsWith("# Examples", StringComparison.Ordinal)).Skip(2)
            .TakeWhile(line => line.StartsWith('#'))
            .Select(line => line[1..]));
        examples.ShouldContain("kind: ollama");
        var document = ShippedDocuments.Read("llm").Replace("providers: []", $"providers:\n{examples}", StringComparison.Ordinal);

        _validator.Validate("llm", Encoding.UTF8.GetBytes(document)).Problems.ShouldBeEmpty();
    }

    [Fact]
    public void A_misspelt_word_comes_with_the_one_that_was_meant()
    {
        var broken = ShippedDocuments.Read("maintenance").Replace("name: vacuum", "name: vacum", StringComparison.Ordinal);

        _validator.Validate("maintenance", Encoding.UTF8.GetBytes(broken)).Problems.ShouldHaveSingleItem()
            .Suggestion.ShouldBe("Did you mean 'vacuum'?");
    }

    [Fact]
    public void Everything_wrong_is_reported_at_once() =>
        _validator.Validate("auth", "passwords: 3\nlockout:\n  attempts: many\n  duration: 1s\n"u8).Problems
            .Select(problem => problem.Path)
            .ShouldBe(["passwords", "lockout.attempts", "lockout.duration", "sessions", "tokens"], ignoreOrder: true);

    [Theory]
    [InlineData("sk-ant-api03-abcdefghijklmnopqrstuvwxyz")]
    [InlineData("Use sk-proj-1234567890abcdef1234 for this")]
    [InlineData("AKIAIOSFODNN7EXAMPLE")]
    [InlineData("ghp_16C7e42F292c6912E7710c838347Ae178B4a")]
    [InlineData("eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.abc")]
    [InlineData("https://user:hunter2@example.com/v1")]
    [InlineData("9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")]
    [InlineData("Zk9x2LqP7vW4sR8tY1uB6nM3cE5aD0fG")]
    public void A_value_that_looks_like_a_secret_is_refused(string secret)
    {
        var document = $"rules:\n  - name: a\n    severity: info\n    summary: {secret}\n    after: 0s\n    repeat: 1h\n";

        var problem = _validator.Validate("alerts", Encoding.UTF8.GetBytes(document)).Problems.ShouldHaveSingleItem();

        (problem.Line, problem.Path).ShouldBe((4, "rules[0].summary"));
        problem.ToString().ShouldNotContain(secret);
    }

    [Theory]
    [InlineData("claude-sonnet-4-5-20250929")]
    [InlineData("Llm:Providers:anthropic:ApiKey")]
    [InlineData("https://api.openai.example/v1/chat/completions?x=1")]
    [InlineData("A task-oriented, decision-making-focused summary of the risk-and-mitigation-register")]
    [InlineData("Internationalisierungsbeauftragter")]
    public void Ordinary_text_is_no_secret(string text) => Credentials.LooksLikeOne(text).ShouldBeFalse();

    [Theory]
    [InlineData("0s", 0)]
    [InlineData("90s", 90)]
    [InlineData("15m", 900)]
    [InlineData("8h", 28_800)]
    [InlineData("30d", 2_592_000)]
    public void Durations_are_read_and_written_alike(string text, int seconds)
    {
        Durations.Parse(text).ShouldBe(TimeSpan.FromSeconds(seconds));
        Durations.Write(TimeSpan.FromSeconds(seconds)).ShouldBe(text);
    }

    [Theory]
    [InlineData("15")]
    [InlineData("-1s")]
    [InlineData("1.5h")]
    [InlineData("s")]
    [InlineData("1w")]
    [InlineData("99999999999d")]
    public void What_is_no_duration_is_not_guessed_at(string text) => Durations.Parse(text).ShouldBeNull();
}
