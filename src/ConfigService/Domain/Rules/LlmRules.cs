using MemoCoach.ConfigService.Domain.Documents;

namespace MemoCoach.ConfigService.Domain.Rules;

/// <summary>Rules of <c>llm.yaml</c>: language-model providers, their limits and their prices.</summary>
public sealed class LlmRules : IDocumentRules
{
    private const string Anthropic = "anthropic";
    private const string OpenAi = "openai";
    private const string Ollama = "ollama";

    // Per million tokens, in any currency that does not count its money in thousands.
    private const decimal HighestPrice = 100_000;
    private const decimal HighestCost = 100_000_000;
    private const int MostTokens = int.MaxValue;

    public string Name => "llm";

    public void Check(DocumentCursor document)
    {
        if (!document.HasKeys("providers", "defaults", "currency", "prices", "quota"))
        {
            return;
        }

        var ids = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var provider in document.Require("providers")?.Items() ?? [])
        {
            if (provider.HasKeys("id", "kind", "model", "key", "base_url", "timeout_seconds", "concurrency"))
            {
                CheckProvider(provider, ids);
            }
        }

        if (document.Require("defaults") is { } defaults && defaults.HasKeys("timeout_seconds", "concurrency", "failures_before_rest", "rest_seconds"))
        {
            CheckLimits(defaults);
            defaults.Find("failures_before_rest")?.WholeNumber(1, 1_000);
            defaults.Find("rest_seconds")?.WholeNumber(1, 86_400);
        }

        CheckPrices(document);
        if (document.Require("quota") is { } quota && quota.HasKeys("day", "month", "warn_at", "at_limit"))
        {
            CheckQuota(quota);
        }
    }

    private static void CheckProvider(DocumentCursor provider, Dictionary<string, string> ids)
    {
        if (provider.Require("id") is { } id)
        {
            id.Unique(id.Name(), ids);
        }

        var kind = provider.Require("kind")?.OneOf(Anthropic, OpenAi, Ollama);
        provider.Require("model")?.Text(100);
        CheckLimits(provider);
        CheckAddress(kind == Ollama ? provider.Require("base_url") : provider.Find("base_url"));

        // Servers of one's own speak OpenAI's protocol without a key.
        var key = kind == Anthropic ? provider.Require("key") : provider.Find("key");
        if (key?.Text(200) is { } name && !IsSettingName(name))
        {
            key.Refuse(
                "This is not the name of a key.",
                "Write a short name such as 'anthropic', and put the key itself into the setting Llm__Keys__anthropic or a file under /run/secrets.");
        }
    }

    private static void CheckLimits(DocumentCursor limits)
    {
        limits.Find("timeout_seconds")?.WholeNumber(1, 3_600);
        limits.Find("concurrency")?.WholeNumber(1, 1_000);
    }

    private static void CheckAddress(DocumentCursor? address)
    {
        if (address?.Text(500) is { } text &&
            (!Uri.TryCreate(text, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https") || uri.UserInfo.Length > 0))
        {
            address.Refuse("This is not an http or https address.", "Write it like https://api.example.com/v1, without a password.");
        }
    }

    private static void CheckPrices(DocumentCursor document)
    {
        var currency = document.Require("currency");
        if (currency?.Text(10) is { } code && (code.Length != 3 || !code.All(char.IsAsciiLetterUpper)))
        {
            currency.Refuse($"'{code}' is not a currency.", "Write the three letters of ISO 4217, such as USD or EUR.");
        }

        foreach (var (_, price) in document.Require("prices")?.Entries() ?? [])
        {
            if (price.HasKeys("input", "cached_input", "output"))
            {
                var input = price.Require("input")?.Number(0, HighestPrice);
                price.Require("output")?.Number(0, HighestPrice);
                var cached = price.Find("cached_input");
                if (cached?.Number(0, HighestPrice) > input)
                {
                    cached.Refuse("Cached input costs more than input.", "Check which figure is which.");
                }
            }
        }
    }

    private static void CheckQuota(DocumentCursor quota)
    {
        var day = ReadQuota(quota.Require("day"));
        var month = quota.Require("month");
        var monthly = ReadQuota(month);
        if (IsBelow(monthly.Tokens, day.Tokens) || IsBelow(monthly.Cost, day.Cost))
        {
            month!.Refuse("A month allows less than a day.", "Raise the limit of the month, or lower that of the day.");
        }

        quota.Require("warn_at")?.Number(0.01m, 1);
        quota.Require("at_limit")?.OneOf("builtin", "queue", "reject");
    }

    private static (decimal? Tokens, decimal? Cost) ReadQuota(DocumentCursor? period)
    {
        if (period is null || !period.HasKeys("tokens", "cost"))
        {
            return (null, null);
        }

        return (period.Require("tokens")?.WholeNumber(0, MostTokens), period.Require("cost")?.Number(0, HighestCost));
    }

    // 0 means no limit.
    private static bool IsBelow(decimal? month, decimal? day) => month > 0 && day > 0 && month < day;

    private static bool IsSettingName(string name) =>
        name.Length <= 40 && char.IsAsciiLetter(name[0]) && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or ':');
}
