using System.Diagnostics;
using System.Text;
using MemoCoach.ConfigService.Application.Validation;
using MemoCoach.ConfigService.Domain.Documents;

namespace MemoCoach.ConfigService.Tests.Validation;

/// <summary>Documents that want to do harm are refused, quickly and without costing memory.</summary>
public sealed class HostileDocumentTests
{
    // Far above what a refusal takes, far below what an exponential or quadratic blow-up takes.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private const long MemoryBound = 256L * 1024 * 1024;

    private readonly DocumentValidator _validator = new(new DocumentLimits());

    [Fact]
    public void A_billion_laughs_bomb_is_refused_at_its_first_anchor()
    {
        var bomb = new StringBuilder("a: &a [\"lol\",\"lol\",\"lol\"]\n");
        for (var letter = 'b'; letter <= 'i'; letter++)
        {
            var before = (char)(letter - 1);
            bomb.Append($"{letter}: &{letter} [{string.Join(',', Enumerable.Repeat($"*{before}", 9))}]\n");
        }

        var problem = RefusalOf(bomb.ToString()).ShouldHaveSingleItem();

        problem.Message.ShouldContain("Anchors");
        problem.Line.ShouldBe(1);
    }

    [Fact]
    public void An_alias_without_an_anchor_is_refused() => RefusalOf("a: *b\n").ShouldNotBeEmpty();

    [Theory]
    [InlineData("[")]
    [InlineData("{a: ")]
    [InlineData("- ")]
    [InlineData("? ")]
    public void Deep_nesting_is_refused(string opening) =>
        RefusalOf(string.Concat(Enumerable.Repeat(opening, 200_000 / opening.Length))).ShouldNotBeEmpty();

    [Fact]
    public void Deep_nesting_by_indentation_is_refused_where_it_gets_too_deep()
    {
        var deep = string.Concat(Enumerable.Range(0, 200).Select(level => $"{new string(' ', level)}a:\n"));

        RefusalOf(deep).ShouldHaveSingleItem().Line.ShouldBe(16);
    }

    [Fact]
    public void A_megabyte_is_refused_by_its_size() =>
        RefusalOf("rules: [" + new string('x', 1_048_576) + "]").ShouldHaveSingleItem().Message.ShouldContain("bytes");

    [Fact]
    public void Very_many_small_values_are_refused() =>
        RefusalOf("[" + string.Concat(Enumerable.Repeat("1,", 100_000)) + "]").ShouldHaveSingleItem().Message.ShouldContain("values");

    [Theory]
    [InlineData('#')]
    [InlineData('-')]
    [InlineData(' ')]
    [InlineData('\n')]
    [InlineData('"')]
    [InlineData('&')]
    [InlineData('%')]
    [InlineData('|')]
    [InlineData('?')]
    [InlineData(':')]
    [InlineData('\'')]
    [InlineData('\t')]
    [InlineData('{')]
    [InlineData(',')]
    public void A_quarter_of_a_megabyte_of_one_character_is_refused_quickly(char character) =>
        RefusalOf(new string(character, 260_000)).ShouldNotBeEmpty();

    [Fact]
    public void A_key_that_stands_twice_is_refused_where_it_stands_the_second_time()
    {
        var problem = RefusalOf("rules: []\nother: 1\nrules: []\n").ShouldHaveSingleItem();

        (problem.Line, problem.Column, problem.Path).ShouldBe((3, 1, "rules"));
        problem.Message.ShouldContain("line 1");
    }

    [Theory]
    [InlineData("rules: []\n---\nrules: []\n", 2)]
    [InlineData("rules: !!python/object:os.system []\n", 1)]
    [InlineData("? [a, b]\n: c\n", 1)]
    [InlineData("", 1)]
    [InlineData("# nothing but a comment\n", 1)]
    [InlineData("~\n", 1)]
    public void What_is_ambiguous_or_unsafe_is_refused(string document, int line) =>
        RefusalOf(document).ShouldHaveSingleItem().Line.ShouldBeLessThanOrEqualTo(line + 1);

    [Fact]
    public void Other_encodings_are_refused_by_name()
    {
        RefusalOf([.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes("rules: []")]).ShouldHaveSingleItem().Message.ShouldContain("UTF-16");
        RefusalOf(Encoding.Unicode.GetBytes("rules: []")).ShouldHaveSingleItem().Message.ShouldContain("UTF-16");
        RefusalOf(Encoding.BigEndianUnicode.GetBytes("rules: []")).ShouldHaveSingleItem().Message.ShouldContain("UTF-16");
        RefusalOf([.. Encoding.UTF32.GetPreamble(), .. Encoding.UTF32.GetBytes("rules: []")]).ShouldHaveSingleItem().Message.ShouldContain("UTF-32");
    }

    [Fact]
    public void A_byte_that_is_not_UTF8_is_refused_at_its_place()
    {
        var problem = RefusalOf([.. "rules: []\n# caf"u8, 0xE9, .. "\n"u8]).ShouldHaveSingleItem();

        (problem.Line, problem.Column).ShouldBe((2, 6));
    }

    [Theory]
    [InlineData("rules: []\n# \u0000\n")]
    [InlineData("rules: []\n# \u001B\n")]
    [InlineData("rules: []\n# \u007F\n")]
    public void Control_characters_are_refused_at_their_place(string document)
    {
        var problem = RefusalOf(document).ShouldHaveSingleItem();

        (problem.Line, problem.Column).ShouldBe((2, 3));
    }

    [Fact]
    public void Binary_is_refused()
    {
        var random = new Random(7);
        for (var round = 0; round < 200; round++)
        {
            var bytes = new byte[4_096];
            random.NextBytes(bytes);
            RefusalOf(bytes).ShouldNotBeEmpty();
        }
    }

    [Fact]
    public void A_UTF8_byte_order_mark_is_accepted_and_left_out()
    {
        var document = _validator.Validate("alerts", [.. Encoding.UTF8.Preamble, .. "rules: []"u8]);

        document.Content.ShouldBe("rules: []\n");
        document.Revision.ShouldBe(_validator.Validate("alerts", "rules: []\r\n"u8).Revision);
    }

    [Fact]
    public void The_number_of_problems_reported_is_bounded() =>
        RefusalOf(string.Concat(Enumerable.Range(0, 5_000).Select(n => $"k{n}: 1\n"))).Count.ShouldBeLessThanOrEqualTo(ProblemList.Limit);

    private IReadOnlyList<DocumentProblem> RefusalOf(string document) => RefusalOf(Encoding.UTF8.GetBytes(document));

    private IReadOnlyList<DocumentProblem> RefusalOf(byte[] document)
    {
        var watch = Stopwatch.StartNew();
        var before = GC.GetAllocatedBytesForCurrentThread();

        var result = _validator.Validate("alerts", document);

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(MemoryBound);
        watch.Elapsed.ShouldBeLessThan(Patience);
        result.IsValid.ShouldBeFalse();
        return result.Problems;
    }
}
