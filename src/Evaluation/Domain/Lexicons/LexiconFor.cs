namespace MemoCoach.Evaluation.Domain.Lexicons;

internal static class LexiconFor
{
    public static Lexicon Language(Language language) =>
        language == Domain.Language.Spanish ? SpanishLexicon.Instance : EnglishLexicon.Instance;
}
