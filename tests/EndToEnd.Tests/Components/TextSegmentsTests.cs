using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using MemoCoach.Gateway.Web.Memo;

namespace MemoCoach.EndToEnd.Tests.Components;

public sealed class TextSegmentsTests
{
    [Property(Arbitrary = [typeof(MarkedTexts)], MaxTest = 500)]
    public bool The_pieces_put_together_are_the_text(MarkedText marked) =>
        string.Concat(TextSegments.Cut(marked.Text, marked.Marks).Select(segment => segment.Text)) == marked.Text;

    [Property(Arbitrary = [typeof(MarkedTexts)], MaxTest = 500)]
    public bool No_piece_is_empty_or_begins_or_ends_within_a_character(MarkedText marked) =>
        TextSegments.Cut(marked.Text, marked.Marks).All(segment =>
            segment.Text.Length > 0 && !char.IsLowSurrogate(segment.Text[0]) && !char.IsHighSurrogate(segment.Text[^1]));

    [Property(Arbitrary = [typeof(MarkedTexts)], MaxTest = 500)]
    public bool Every_mark_within_the_text_covers_exactly_its_passage(MarkedText marked)
    {
        var segments = TextSegments.Cut(marked.Text, marked.Marks);
        return marked.Marks.All(mark =>
        {
            var covered = string.Concat(segments.Where(segment => segment.Marks.Any(one => one.Key == mark.Key)).Select(segment => segment.Text));
            var fits = mark.Start >= 0 && mark.Start < mark.End && mark.End <= marked.Text.Length;
            // Half a character is widened to the whole of it.
            return fits ? covered == Whole(marked.Text, mark) : covered.Length == 0;
        });
    }

    [Property(Arbitrary = [typeof(MarkedTexts)], MaxTest = 500)]
    public bool Neighbouring_pieces_differ_in_their_marks_and_none_is_cut_in_vain(MarkedText marked)
    {
        var segments = TextSegments.Cut(marked.Text, marked.Marks);
        return segments.Zip(segments.Skip(1)).All(pair =>
            !pair.First.Marks.SequenceEqual(pair.Second.Marks)
            // Two marks that touch, one ending where the other begins.
            || pair.First.Marks.Count == 0);
    }

    [Fact]
    public void Nested_and_overlapping_marks_are_told_apart()
    {
        var segments = TextSegments.Cut("abcdefgh", [new("outer", 0, 6), new("inner", 2, 4), new("across", 3, 8)]);

        segments.Select(segment => $"{segment.Text}:{string.Join('+', segment.Marks.Select(mark => mark.Key))}")
            .ShouldBe(["ab:outer", "c:outer+inner", "d:outer+inner+across", "ef:outer+across", "gh:across"]);
    }

    [Fact]
    public void A_text_without_marks_is_one_piece_and_an_empty_text_none()
    {
        TextSegments.Cut("abc", []).Count.ShouldBe(1);
        TextSegments.Cut("", [new("mark", 0, 1)]).ShouldBeEmpty();
    }

    [Fact]
    public void A_mark_that_cuts_an_emoji_takes_all_of_it()
    {
        var segments = TextSegments.Cut("a😀b", [new("mark", 2, 4)]);

        segments.Select(segment => segment.Text).ShouldBe(["a", "😀b"]);
    }

    private static string Whole(string text, TextMark mark)
    {
        var start = char.IsLowSurrogate(text[mark.Start]) ? mark.Start - 1 : mark.Start;
        var end = mark.End < text.Length && char.IsLowSurrogate(text[mark.End]) ? mark.End + 1 : mark.End;
        return text[start..end];
    }

    public sealed record MarkedText(string Text, IReadOnlyList<TextMark> Marks);

    public static class MarkedTexts
    {
        private static readonly string[] Characters = ["a", "b", " ", "\n", "<", "&", "é", "😀", "👩‍🚀", "中"];

        public static Arbitrary<MarkedText> Arbitrary()
        {
            var texts = Gen.Elements(Characters).ListOf().Select(string.Concat);
            var generator =
                from text in texts
                from spans in Gen.Choose(-2, text.Length + 2).Two().ListOf()
                select new MarkedText(text, [.. spans.Take(12).Select((span, index) => new TextMark($"m{index}", span.Item1, span.Item2))]);
            return generator.ToArbitrary();
        }
    }
}
