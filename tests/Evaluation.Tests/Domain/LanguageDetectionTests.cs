using MemoCoach.Evaluation.Domain;
using MemoCoach.Evaluation.Infrastructure;

namespace MemoCoach.Evaluation.Tests.Domain;

public sealed class LanguageDetectionTests
{
    private static readonly LinguaLanguageDetector Detector = new();

    [Theory]
    [InlineData("We ask the committee to approve the budget before Friday.", Language.English)]
    [InlineData("Pedimos al comité que apruebe el presupuesto antes del viernes.", Language.Spanish)]
    [InlineData("Approve the budget: 300 EUR", Language.English)]
    [InlineData("1234567890", Language.English)]
    public void Short_texts_are_told_apart(string text, Language language) => Detector.Detect(text).ShouldBe(language);

    [Fact]
    public void The_language_of_every_sample_is_told()
    {
        foreach (var memo in SampleMemos.All())
        {
            Detector.Detect(memo.Text).ShouldBe(memo.Language);
        }
    }
}
