using MemoCoach.Submissions.Domain;
using MemoCoach.TestKit;

namespace MemoCoach.Submissions.Tests;

/// <summary>What holds for every text, tried on many that chance makes; the seed of a failure is in its message.</summary>
public sealed class MemoTextTests
{
    private static readonly TextLimits Limits = new(10, 500, 200);

    private static readonly string[] Pieces =
        ["a", "Z", " ", "\n", "\r\n", "\r", "\t", "é", "e\u0301", "🧭", "👩‍👩‍👧", "\u202E", "\u200B", "\uFEFF", "\u2028", "\u00A0", "\u3000", "#", "*", "|",
         "\0", "\u0007", "\u001b", "\u0085", "\u007f", "\ud83e", "\udded", "\uFFFF", "word ", "A longer sentence. "];

    [Fact]
    public void A_text_that_is_accepted_is_whole_clean_within_its_limits_and_read_again_is_the_same()
    {
        var accepted = 0;
        for (var seed = 0; seed < Soak.Count(20_000, 1_000_000); seed++)
        {
            var raw = RandomText(seed);
            if (MemoText.TryRead(raw, Limits, out var broken) is not { } memo)
            {
                broken.ShouldNotBeNullOrEmpty($"seed {seed}");
                continue;
            }

            accepted++;
            var value = memo.Value;
            broken.ShouldBeNull();
            value.Length.ShouldBeInRange(Limits.MinCharacters, Limits.MaxCharacters, $"seed {seed}");
            value.ShouldBe(value.Trim(), $"seed {seed}");
            value.Any(character => char.IsControl(character) && character is not ('\n' or '\t')).ShouldBeFalse($"seed {seed}");
            value.IsNormalizedUtf16().ShouldBeTrue($"seed {seed}");
            value.ShouldBe(raw.Replace("\r\n", "\n").Replace('\r', '\n').Trim(), $"seed {seed}");
            MemoText.TryRead(value, Limits, out _).ShouldBe(memo, $"seed {seed}");
            MemoTitle.TryRead(null, memo, Limits, out _).ShouldSatisfyAllConditions(
                title => title.ShouldNotBeNullOrWhiteSpace($"seed {seed}"),
                title => title!.Length.ShouldBeLessThanOrEqualTo(82),
                title => title!.Any(char.IsControl).ShouldBeFalse($"seed {seed}"),
                title => title!.IsNormalizedUtf16().ShouldBeTrue($"seed {seed}"));
        }

        accepted.ShouldBeGreaterThan(500);
    }

    [Fact]
    public void A_text_is_refused_exactly_for_its_length_or_a_character_that_is_forbidden()
    {
        for (var seed = 0; seed < Soak.Count(20_000, 1_000_000); seed++)
        {
            var raw = RandomText(seed);
            var value = raw.Replace("\r\n", "\n").Replace('\r', '\n').Trim();
            var isGood = value.Length >= Limits.MinCharacters && value.Length <= Limits.MaxCharacters && value.IsNormalizedUtf16()
                && !value.Any(character => char.IsControl(character) && character is not ('\n' or '\t'));

            (MemoText.TryRead(raw, Limits, out _) is not null).ShouldBe(isGood, $"seed {seed}");
        }
    }

    private static string RandomText(int seed)
    {
        var random = new Random(seed);

        // Most texts are made of harmless pieces, so that enough of them are accepted.
        var pieces = random.Next(3) == 0 ? Pieces : Pieces.Where(piece => piece.IsNormalizedUtf16() && !piece.Any(character => char.IsControl(character) && character is not ('\n' or '\r' or '\t'))).ToArray();
        return string.Concat(Enumerable.Range(0, random.Next(0, 120)).Select(_ => pieces[random.Next(pieces.Length)]));
    }
}

file static class Utf16
{
    /// <summary>Whether every surrogate has its other half.</summary>
    public static bool IsNormalizedUtf16(this string value) =>
        System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(value)) == value;
}
