namespace MemoCoach.Evaluation.Domain;

/// <summary>The languages a memo can be reviewed in, and feedback is written in.</summary>
public enum Language
{
    English,
    Spanish,
}

/// <summary>ISO 639-1 codes of <see cref="Language"/>.</summary>
public static class LanguageCodes
{
    public static string Code(this Language language) => language switch
    {
        Language.English => "en",
        Language.Spanish => "es",
        _ => throw new ArgumentOutOfRangeException(nameof(language), language, "No such language."),
    };

    /// <summary>Understands <c>en</c>, <c>es</c> and regional forms such as <c>es-MX</c>, in any case.</summary>
    public static bool TryParse(string? code, out Language language)
    {
        var primary = (code ?? "").AsSpan().Trim();
        var dash = primary.IndexOfAny('-', '_');
        if (dash >= 0)
        {
            primary = primary[..dash];
        }

        language = primary.Equals("es", StringComparison.OrdinalIgnoreCase) ? Language.Spanish : Language.English;
        return language == Language.Spanish || primary.Equals("en", StringComparison.OrdinalIgnoreCase);
    }
}
