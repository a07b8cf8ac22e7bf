using MemoCoach.Evaluation.Domain;

namespace MemoCoach.Evaluation.Tests.Domain;

public sealed class PlainLanguageTests
{
    /// <summary>The 21 pairs of the federal guidelines, and others from the same guidelines that nothing was tuned on.</summary>
    [Theory]
    [InlineData("pairs.json", 20)]
    [InlineData("more-pairs.json", 45)]
    [InlineData("pares.json", 10)]
    public void The_plain_version_scores_above_the_original(string file, int atLeast)
    {
        var missed = new List<string>();
        var won = 0;
        foreach (var pair in SampleMemos.Json(file).EnumerateArray())
        {
            var language = pair.TryGetProperty("language", out _) ? Language.Spanish : Language.English;
            var before = Clarity(pair.GetProperty("before").GetString()!, language);
            var after = Clarity(pair.GetProperty("after").GetString()!, language);
            if (after > before)
            {
                won++;
            }
            else
            {
                missed.Add($"{before} -> {after}: {pair.GetProperty("before").GetString()}");
            }
        }

        won.ShouldBeGreaterThanOrEqualTo(atLeast, string.Join("\n", missed));
    }

    private static double Clarity(string text, Language language) => SampleMemos.Review(text, language).ScoreOf(CriterionIds.Clarity);
}
