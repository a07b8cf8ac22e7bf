using MemoCoach.Evaluation.Domain.Lexicons;
using MemoCoach.Evaluation.Domain.Text;

namespace MemoCoach.Evaluation.Domain.Features;

/// <summary>What a request needs so that it can be granted: how much, who, and by when.</summary>
internal readonly record struct AskDetails(bool Amount, bool Owner, bool Date)
{
    public int Count => (Amount ? 1 : 0) + (Owner ? 1 : 0) + (Date ? 1 : 0);

    public static AskDetails Of(Document document, IReadOnlyList<Sentence> asks)
    {
        bool amount = false, owner = false, date = false;
        foreach (var ask in asks)
        {
            amount |= Figures.Count(document, ask) > 0;
            owner |= ask.Has(Marker.DecisionMaker) || People.Owner(document, ask) >= 1;
            date |= Figures.HasDate(document, ask);
        }

        return new AskDetails(amount, owner, date);
    }

    public string Present(Language language) => List(language, Amount, Owner, Date, Say.In(language, "and", "y"));

    public string Lacking(Language language) => List(language, !Amount, !Owner, !Date, Say.In(language, "or", "ni"));

    private static string List(Language language, bool amount, bool owner, bool date, string joint)
    {
        var parts = new List<string>(3);
        if (amount)
        {
            parts.Add(Say.In(language, "how much", "cuánto"));
        }

        if (owner)
        {
            parts.Add(Say.In(language, "who", "quién"));
        }

        if (date)
        {
            parts.Add(Say.In(language, "by when", "para cuándo"));
        }

        return parts.Count < 2 ? string.Concat(parts) : $"{string.Join(", ", parts.Take(parts.Count - 1))} {joint} {parts[^1]}";
    }
}
