using MemoCoach.Evaluation.Domain.Criteria;
using MemoCoach.Evaluation.Domain.Text;

namespace MemoCoach.Evaluation.Domain.Features;

/// <summary>
/// Chooses the few remarks a writer can act on: heaviest first, few of a kind, one for a stretch of text, and no more than
/// the length of the memo bears. A coach who marks everything teaches nothing.
/// </summary>
internal static class FindingSelection
{
    private const int Most = 12;
    private const int Least = 4;
    private const int WordsPerFinding = 70;

    public static List<Finding> Choose(Document document, List<Remark> remarks)
    {
        var limit = Math.Clamp(Least + (document.Words.Length / WordsPerFinding), Least, Most);

        // Heaviest first; of equals the earlier in the text. A total order, so that the same memo gives the same findings.
        remarks.Sort((one, other) =>
            other.Weight.CompareTo(one.Weight) is var weight and not 0 ? weight
            : one.FirstWord.CompareTo(other.FirstWord) is var first and not 0 ? first
            : one.EndWord.CompareTo(other.EndWord) is var end and not 0 ? end
            : string.CompareOrdinal(one.By.GetType().Name, other.By.GetType().Name));
        var chosen = new List<Remark>(limit);
        foreach (var remark in remarks)
        {
            if (chosen.Count == limit)
            {
                break;
            }

            if (Fits(document, chosen, remark))
            {
                chosen.Add(remark);
            }
        }

        var findings = chosen.ConvertAll(remark => remark.By.Comment(document, remark));

        // Stable: within a severity the order of weight stays.
        return [.. findings.OrderByDescending(finding => finding.Severity)];
    }

    private static bool Fits(Document document, List<Remark> chosen, Remark remark)
    {
        int ofKind = 0, inSentence = 0;
        foreach (var other in chosen)
        {
            if (other.By == remark.By)
            {
                ofKind++;
                if (document.TextOf(other.FirstWord, other.EndWord).Equals(document.TextOf(remark.FirstWord, remark.EndWord), StringComparison.OrdinalIgnoreCase))
                {
                    return false;
                }
            }

            // A sentence may be too long and, besides, be the one that should hold the request.
            var alike = IsWhole(other) == IsWhole(remark) && other.By is ICriterionReader == remark.By is ICriterionReader;
            if (alike && other.FirstWord < remark.EndWord && remark.FirstWord < other.EndWord)
            {
                return false;
            }

            inSentence += other.Sentence == remark.Sentence ? 1 : 0;
        }

        return ofKind < remark.By.MostFindings && inSentence < 2;
    }

    private static bool IsWhole(Remark remark) => remark.FirstWord == remark.Sentence.FirstWord && remark.EndWord == remark.Sentence.EndWord;
}
