using System.Globalization;
using System.Text.Json;
using MemoCoach.Evaluation.Application;
using MemoCoach.Evaluation.Domain;

namespace MemoCoach.Evaluation.Tests.Domain;

public sealed class SameBytesTests
{
    [Fact]
    public void A_thousand_runs_across_threads_and_cultures_give_the_same_bytes()
    {
        var memos = SampleMemos.All().ToArray();
        var first = memos.Select(Bytes).ToArray();
        string[] cultures = ["", "en-US", "es-ES", "tr-TR", "ar-SA", "de-CH"];

        Parallel.For(0, 1000, run =>
        {
            var culture = CultureInfo.CurrentCulture;
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(cultures[run % cultures.Length]);
            var index = run % memos.Length;
            Bytes(memos[index]).SequenceEqual(first[index]).ShouldBeTrue();
            CultureInfo.CurrentCulture = culture;
        });
    }

    [Fact]
    public void A_review_serialises_to_the_shape_of_the_public_api()
    {
        using var json = JsonDocument.Parse(Bytes(SampleMemos.Load("invoicing.en.txt")));
        var root = json.RootElement;

        Names(root).ShouldBe(["submissionId", "evaluator", "language", "notice", "overall", "criteria", "strengths", "opportunities", "findings"]);
        root.GetProperty("evaluator").GetString().ShouldBe("builtin");
        root.GetProperty("language").GetString().ShouldBe("en");
        root.GetProperty("notice").GetString().ShouldBe("Style and structure only; the reasoning was not judged.");
        Names(root.GetProperty("overall")).ShouldBe(["score", "min", "max"]);
        Names(root.GetProperty("criteria")[0]).ShouldBe(["id", "name", "weight", "score", "justification", "evidence"]);
        Names(root.GetProperty("criteria")[0].GetProperty("evidence")[0]).ShouldBe(["start", "end", "quote"]);
        Names(root.GetProperty("strengths")[0]).ShouldBe(["text", "criterionId"]);
        Names(root.GetProperty("opportunities")[0]).ShouldBe(["rank", "text", "action", "criterionId"]);
        using var rambling = JsonDocument.Parse(Bytes(SampleMemos.Load("rambling.en.txt")));
        Names(rambling.RootElement.GetProperty("findings")[0]).ShouldBe(["start", "end", "quote", "criterionId", "severity", "comment", "questions", "suggestions"]);
    }

    [Fact]
    public void The_overall_score_is_the_weighted_mean_of_the_criteria()
    {
        foreach (var memo in SampleMemos.All())
        {
            var review = SampleMemos.Review(memo);
            var mean = review.Criteria.Sum(criterion => criterion.Score.Value * criterion.Weight) / review.Criteria.Sum(criterion => criterion.Weight);

            review.Overall.Value.ShouldBe(mean, 0.0051);
        }
    }

    private static byte[] Bytes(Memo memo) =>
        JsonSerializer.SerializeToUtf8Bytes(ReviewDocument.From(Guid.Empty, SampleMemos.Review(memo), provenance: null), JsonSerializerOptions.Web);

    private static string[] Names(JsonElement element) => [.. element.EnumerateObject().Select(property => property.Name)];
}
