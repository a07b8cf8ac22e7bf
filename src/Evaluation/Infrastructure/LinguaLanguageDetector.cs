using Lingua;
using MemoCoach.Evaluation.Domain;
using Language = MemoCoach.Evaluation.Domain.Language;

namespace MemoCoach.Evaluation.Infrastructure;

/// <summary>Detects the language by letter statistics.</summary>
internal sealed class LinguaLanguageDetector : ILanguageDetector
{
    /// <summary>More of a memo than this says nothing new about its language.</summary>
    private const int SampleLength = 1_000;

    private readonly LanguageDetector _detector = LanguageDetectorBuilder
        .FromLanguages(Lingua.Language.English, Lingua.Language.Spanish)
        .WithLowAccuracyMode()
        .Build();

    public Language Detect(string text) =>
        _detector.DetectLanguageOf(text.Length > SampleLength ? text[..SampleLength] : text) == Lingua.Language.Spanish
            ? Language.Spanish
            : Language.English;
}
