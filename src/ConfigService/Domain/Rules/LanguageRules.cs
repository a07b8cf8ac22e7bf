using MemoCoach.ConfigService.Domain.Documents;

namespace MemoCoach.ConfigService.Domain.Rules;

/// <summary>Texts that writers see stand in every language that memos are reviewed in.</summary>
internal static class LanguageRules
{
    private static readonly string[] Languages = ["en", "es"];

    public static void InEveryLanguage(this DocumentCursor texts, int maximumLength = 2_000)
    {
        if (!texts.HasKeys(Languages))
        {
            return;
        }

        foreach (var language in Languages)
        {
            texts.Require(language)?.Text(maximumLength);
        }
    }
}
