namespace MemoCoach.Evaluation.Domain;

/// <summary>Tells which of the supported languages a text is written in.</summary>
public interface ILanguageDetector
{
    Language Detect(string text);
}
