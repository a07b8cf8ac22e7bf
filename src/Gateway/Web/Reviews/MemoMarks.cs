using MemoCoach.Gateway.Web.Api;
using MemoCoach.Gateway.Web.Memo;

namespace MemoCoach.Gateway.Web.Reviews;

/// <summary>The passages of a memo that its review speaks of, by the names that the page's buttons use.</summary>
public static class MemoMarks
{
    private const string FindingPrefix = "f";

    public static string OfFinding(int index) => $"{FindingPrefix}{index}";

    public static string OfEvidence(int criterion, int number) => $"e{criterion}-{number}";

    public static bool IsFinding(this TextMark mark) => mark.Key.StartsWith(FindingPrefix, StringComparison.Ordinal);

    /// <summary>The findings in the order of the memo, which is the order in which they are read and numbered.</summary>
    public static IReadOnlyList<Finding> InOrder(Review review) =>
        [.. review.Findings.OrderBy(finding => finding.Start).ThenByDescending(finding => finding.End)];

    public static IEnumerable<TextMark> Of(Review review) =>
    [
        .. InOrder(review).Select((finding, index) => new TextMark(OfFinding(index), finding.Start, finding.End)),
        .. review.Criteria.SelectMany((criterion, index) => criterion.Evidence.Select(
            (evidence, number) => new TextMark(OfEvidence(index, number), evidence.Start, evidence.End))),
    ];
}
