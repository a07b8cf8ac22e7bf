using MemoCoach.Evaluation.Domain;
using MemoCoach.Evaluation.Domain.Features;
using MemoCoach.Evaluation.Domain.Lexicons;
using MemoCoach.Evaluation.Domain.Text;

namespace MemoCoach.Evaluation.Tests.Domain;

public sealed class DocumentTests
{
    [Fact]
    public void Abbreviations_initials_and_decimals_end_no_sentence() =>
        Sentences("Dr. Smith met J. Brown of the U.S. Navy, e.g. about 3.5 tons. They agreed, approx. Five tons is fine.")
            .ShouldBe(["Dr. Smith met J. Brown of the U.S. Navy, e.g. about 3.5 tons.", "They agreed, approx. Five tons is fine."]);

    [Fact]
    public void Spanish_abbreviations_end_no_sentence() =>
        Sentences("La Sra. López y el Sr. Gil viajan a EE.UU. mañana. ¿Quién paga? El art. 5 lo dice.", Language.Spanish)
            .ShouldBe(["La Sra. López y el Sr. Gil viajan a EE.UU. mañana.", "¿Quién paga?", "El art. 5 lo dice."]);

    [Fact]
    public void A_missing_space_after_a_full_stop_does_not_glue_two_sentences() =>
        Sentences("They close each step of the analysis.Open standards matter to us.")
            .ShouldBe(["They close each step of the analysis.", "Open standards matter to us."]);

    [Fact]
    public void A_list_pasted_into_one_line_is_read_item_by_item() =>
        Sentences("This covers help that: - Consists of services; and - Is given by others.").Count.ShouldBe(3);

    [Fact]
    public void The_envelope_footnotes_and_code_are_not_prose()
    {
        var document = Read("TO: The Board\nFROM: Ana\nSUBJECT: Vans\n\nWe need vans.\n\n```\nrun this now\n```\n\n[^1]: See page 2.\n\n### Footnotes\n\nAn old report says so.");

        document.Sentences.Count.ShouldBe(1);
        document.Blocks.Count(block => block.Kind == BlockKind.HeaderLine).ShouldBe(3);
    }

    [Fact]
    public void The_header_and_footnotes_of_a_federal_memo_are_not_prose()
    {
        var memo = SampleMemos.Load("omb-m-16-21-introduction.md");
        var document = DocumentReader.Read(memo, EnglishLexicon.Instance);

        document.Sentences[0].Start.ShouldBe(memo.Text.IndexOf("The U.S. Government is committed", StringComparison.Ordinal));
        document.Text[..document.Sentences[^1].End].ShouldEndWith("transparent, and accessible to the public.");
    }

    [Theory]
    [InlineData("# Risks\n\nThe vendor may fail us all.", "Risks")]
    [InlineData("**Next steps**\n\nThe vendor comes on Monday to see us.", "Plan")]
    [InlineData("1. Costs\n\nThe vendor asks for a lot of money.", "Figures")]
    [InlineData("Risks: the vendor may fail us all.", "Risks")]
    [InlineData("# Risks and costs\n\nThe vendor will visit us on Monday to talk about this.", "None")]
    public void A_heading_or_label_tells_what_a_block_is_about(string text, string topic) =>
        Read("# A title\n\nSome words first come here.\n\n" + text).Sentences[^1].Block.Topic.ToString().ShouldBe(topic);

    [Theory]
    [InlineData("It costs $6 billion a year.", 1)]
    [InlineData("It takes 42,000 transactions and 12 % of staff time.", 2)]
    [InlineData("Step 2 of section 6 is due on 3 May 2026.", 0)]
    [InlineData("18F and CFPB wrote it in 2009.", 0)]
    [InlineData("It needs 1MB and EUR 300.", 2)]
    [InlineData("It saves five percent.", 1)]
    public void Figures_are_numbers_with_a_unit(string text, int count)
    {
        var document = Read(text);
        Figures.Count(document, document.Sentences[0]).ShouldBe(count);
    }

    [Fact]
    public void Nearly_the_same_sentence_is_a_repeat()
    {
        var document = Read("The board should fund the second depot in Leeds before the end of the year. Other things matter too. The board should fund the second depot in Leeds before the end of this year.");

        document.Sentences.Select(sentence => sentence.IsRepeat).ShouldBe([false, false, true]);
    }

    private static Document Read(string text, Language language = Language.English) =>
        DocumentReader.Read(new Memo("", text, language), LexiconFor.Language(language));

    private static List<string> Sentences(string text, Language language = Language.English)
    {
        var document = Read(text, language);
        return [.. document.Sentences.Select(sentence => text[sentence.Start..sentence.End])];
    }
}
