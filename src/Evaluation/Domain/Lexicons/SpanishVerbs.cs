namespace MemoCoach.Evaluation.Domain.Lexicons;

/// <summary>
/// The forms of Spanish verbs that occur in business prose, unaccented as words are compared. A stem that changes under
/// stress is given after a slash: <c>aprobar/aprueb</c>, <c>pedir/pid</c>.
/// </summary>
internal static class SpanishVerbs
{
    public static IEnumerable<string> Forms(string notation)
    {
        var slash = notation.IndexOf('/', StringComparison.Ordinal);
        var infinitive = slash < 0 ? notation : notation[..slash];
        var stem = infinitive[..^2];
        var stressed = slash < 0 ? stem : notation[(slash + 1)..];
        var forms = infinitive[^2] == 'a' ? FirstConjugation(stem, stressed) : SecondAndThird(stem, stressed, infinitive[^2]);
        return forms
            .Concat(["e", "as", "a", "emos", "an", "ia", "iamos", "ian"], infinitive)
            .Append(infinitive)
            .Distinct(StringComparer.Ordinal);
    }

    private static IEnumerable<string> FirstConjugation(string stem, string stressed)
    {
        var soft = Soften(stem);
        return Endings(stressed, "o", "as", "a", "an")
            .Concat(Endings(stem, "amos", "aste", "aron", "o", "aba", "abamos", "aban", "ado", "ada", "ados", "adas", "ando"))
            .Concat(Endings(Soften(stressed), "e", "es", "en"))
            .Concat(Endings(soft, "e", "emos"));
    }

    private static IEnumerable<string> SecondAndThird(string stem, string stressed, char theme)
    {
        var softened = stressed.EndsWith('g') && theme == 'i' ? stressed[..^1] + "j" : stressed;
        return Endings(stressed, "es", "e", "en", "ieron", "io", "iendo")
            .Concat(Endings(softened, "o", "a", "as", "amos", "an"))
            .Concat(Endings(stem, "o", theme == 'i' ? "imos" : "emos", "i", "iste", "io", "ieron", "ia", "iamos", "ian", "ido", "ida", "idos", "idas", "iendo"));
    }

    private static string Soften(string stem) => stem[^1] switch
    {
        'c' => stem[..^1] + "qu",
        'g' => stem + "u",
        'z' => stem[..^1] + "c",
        _ => stem,
    };

    private static IEnumerable<string> Endings(string stem, params string[] endings) => endings.Select(ending => stem + ending);

    private static IEnumerable<string> Concat(this IEnumerable<string> forms, string[] endings, string infinitive) =>
        forms.Concat(endings.Select(ending => infinitive + ending));
}
