using System.Diagnostics;
using System.Text;
using MemoCoach.Evaluation.Domain;

namespace MemoCoach.Evaluation.Tests.Domain;

public sealed class HostileTextTests
{
    private const int Longest = 50_000;

    public static TheoryData<string> Kinds() => [.. Texts().Keys];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Any_text_is_reviewed_in_bounded_time_with_valid_spans(string kind)
    {
        var text = Texts()[kind];
        foreach (var language in new[] { Language.English, Language.Spanish })
        {
            SampleMemos.Review("Warm up the lexicon first.", language);
            var clock = Stopwatch.StartNew();
            var review = SampleMemos.Review(text, language);

            // A hundred times what it takes: only a blow-up fails it.
            clock.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(10));
            AssertSpans(text, review);
        }
    }

    [Fact]
    public void Random_texts_have_valid_spans()
    {
        var random = new Random(20260101);
        string[] pieces = ["We ask ", "the board ", "to approve ", "$5 ", "risk ", "🙂", "e\u0301", "\r\n", "\n\n", "# ", "- ", "| a | b |\n", "**", "(", ". ", "… ", "?", "U.S. ", "\u202E", "مرحبا ", "because ", "\t", "[^1]: ", "---\n", "1. ", "```\n", "https://x.y/z "];
        for (var i = 0; i < 400; i++)
        {
            var text = string.Concat(Enumerable.Range(0, 1 + random.Next(80)).Select(_ => pieces[random.Next(pieces.Length)]));
            AssertSpans(text, SampleMemos.Review(text, i % 2 == 0 ? Language.English : Language.Spanish));
        }
    }

    [Theory]
    [InlineData("0123456789")]
    [InlineData("Approve it")]
    [InlineData("Hola mundo")]
    [InlineData("..........")]
    public void Ten_characters_are_enough_for_a_review_and_earn_little(string text)
    {
        var review = SampleMemos.Review(text);

        review.Overall.Value.ShouldBeInRange(1, 2);
        review.Criteria.ShouldAllBe(criterion => criterion.Evidence.Count > 0);
    }

    [Fact]
    public void Windows_line_ends_change_no_score()
    {
        foreach (var memo in SampleMemos.All())
        {
            var unix = SampleMemos.Review(memo);
            var windows = SampleMemos.Review(memo with { Text = memo.Text.Replace("\n", "\r\n", StringComparison.Ordinal) });

            windows.Criteria.Select(criterion => criterion.Score.Value).ShouldBe(unix.Criteria.Select(criterion => criterion.Score.Value));
        }
    }

    private static Dictionary<string, string> Texts() => new()
    {
        ["no spaces"] = new string('a', Longest),
        ["no full stop"] = string.Concat(Enumerable.Repeat("word ", Longest / 5)),
        ["one word again and again"] = string.Concat(Enumerable.Repeat("We approve. ", Longest / 12)),
        ["short sentences"] = string.Concat(Enumerable.Range(0, 6000).Select(i => $"Go {i}. ")),
        ["punctuation"] = string.Concat(Enumerable.Repeat(".,;:!?-—*_#|>[](){}", Longest / 19)),
        ["full stops"] = new string('.', Longest),
        ["spaced full stops"] = string.Concat(Enumerable.Repeat(". ", Longest / 2)),
        ["opening brackets"] = new string('[', Longest),
        ["link openings"] = string.Concat(Enumerable.Repeat("](", Longest / 2)),
        ["tag openings"] = string.Concat(Enumerable.Repeat("<a", Longest / 2)),
        ["emoji"] = string.Concat(Enumerable.Repeat("🙂", Longest / 2)),
        ["emoji words"] = string.Concat(Enumerable.Repeat("🙂🙃 risk 🙂. ", Longest / 14)),
        ["combining marks"] = "e" + new string('\u0301', Longest - 1),
        ["letters beyond the base plane"] = string.Concat(Enumerable.Repeat("𝒜𝒷 ", Longest / 5)),
        ["lone surrogates"] = string.Concat(Enumerable.Repeat("a\uD83D b\uDE00 ", Longest / 7)),
        ["right to left"] = string.Concat(Enumerable.Repeat("مرحبا بالعالم. שלום עולם. ", Longest / 27)),
        ["no word breaks in Chinese"] = string.Concat(Enumerable.Repeat("我们请求批准。", Longest / 7)),
        ["one long line"] = string.Concat(Enumerable.Repeat("We ask the board to approve the risk of 5 days, and ", Longest / 52)),
        ["deep lists"] = string.Concat(Enumerable.Range(0, 200).Select(i => new string(' ', i) + "- item\n")),
        ["deep quotes"] = string.Concat(Enumerable.Range(0, 200).Select(i => new string('>', i) + " we ask you\n")),
        ["headings"] = string.Concat(Enumerable.Repeat("# Risks\n", Longest / 8)),
        ["blank lines"] = "We ask" + new string('\n', Longest - 10),
        ["short lines with blanks"] = string.Concat(Enumerable.Repeat("Abc\n\n\n\n", Longest / 7)),
        ["table"] = string.Concat(Enumerable.Repeat("| risk | we will |\n", Longest / 19)),
        ["pipes"] = new string('|', Longest),
        ["acronyms"] = string.Join(" and ", Enumerable.Range(0, 5000).Select(i => $"{(char)('A' + (i % 26))}{(char)('A' + (i / 26 % 26))}{(char)('A' + (i / 676 % 26))}Q")),
        ["carriage returns"] = string.Concat(Enumerable.Repeat("We ask you.\r", Longest / 12)),
        ["dotted letters"] = string.Concat(Enumerable.Repeat("a.", Longest / 2)),
        ["digits"] = string.Concat(Enumerable.Repeat("1,234.5 ", Longest / 8)),
        ["conditions"] = string.Concat(Enumerable.Repeat("if unless ", Longest / 10)),
    };

    private static void AssertSpans(string text, MemoReview review)
    {
        foreach (var span in review.Criteria.SelectMany(criterion => criterion.Evidence).Concat(review.Findings.Select(finding => finding.Span)))
        {
            span.Start.ShouldBeInRange(0, text.Length - 1);
            span.End.ShouldBeInRange(span.Start + 1, text.Length);
            span.Quote.ShouldBe(text[span.Start..span.End]);
            (char.IsLowSurrogate(text[span.Start]) && span.Start > 0 && char.IsHighSurrogate(text[span.Start - 1])).ShouldBeFalse();
            (span.End < text.Length && char.IsLowSurrogate(text[span.End]) && char.IsHighSurrogate(text[span.End - 1])).ShouldBeFalse();
        }

        review.Findings.Count.ShouldBeLessThanOrEqualTo(12);
    }
}
