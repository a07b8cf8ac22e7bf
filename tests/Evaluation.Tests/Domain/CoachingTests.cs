using MemoCoach.Evaluation.Domain;

namespace MemoCoach.Evaluation.Tests.Domain;

/// <summary>What a good coach would and would not say; most of these were learned by reading reviews of the federal memos.</summary>
public sealed class CoachingTests
{
    [Theory]
    [InlineData("We did this in order to help the team.", "in order to", "Replace “in order to” with “to”.")]
    [InlineData("The staff utilized the tool last year.", "utilized", "Replace “utilized” with “used”.")]
    [InlineData("Prior to the launch we train the staff.", "Prior to", "Replace “Prior to” with “Before”.")]
    [InlineData("She made a decision to leave the firm.", "made a decision to", "Write “decided to” instead of “made a decision to”.")]
    [InlineData("It should be noted that costs rose last year.", "It should be noted that", "Leave out “It should be noted that” and begin with the point itself.")]
    [InlineData("It was an optimum choice for the plant.", "an optimum", "Replace “an optimum” with “a best”.")]
    public void A_wordy_phrase_gets_its_plain_words(string text, string quote, string suggestion)
    {
        var finding = SampleMemos.Review(text).Findings.Single(finding => finding.Span.Quote == quote);
        finding.Suggestions.ShouldBe([suggestion]);
    }

    [Theory]
    [InlineData("Lo hicimos con el fin de ayudar al equipo.", "con el fin de", "Sustituya “con el fin de” por “para”.")]
    [InlineData("El equipo debe realizar un análisis de los datos.", "realizar un análisis de", "Escriba “analizar” en lugar de “realizar un análisis de”.")]
    public void A_wordy_Spanish_phrase_gets_its_plain_words(string text, string quote, string suggestion)
    {
        var finding = SampleMemos.Review(text, Language.Spanish).Findings.Single(finding => finding.Span.Quote == quote);
        finding.Suggestions.ShouldBe([suggestion]);
    }

    [Theory]
    [InlineData("The U.S. Government is committed to improving its services for everyone.")]
    [InlineData("We address the issue of aircraft noise, and there are benefits to the option we type.")]
    [InlineData("The team is interested and experienced, and it is located in Leeds.")]
    [InlineData("We use the Central Data Store (CDS), and the CDS is fast.")]
    [InlineData("DO NOT SIGN this paper before Monday.")]
    public void Some_things_are_left_alone(string text) =>
        SampleMemos.Review(text).Findings.Where(finding => finding.CriterionId != CriterionIds.Ask).ShouldBeEmpty();

    [Fact]
    public void An_acronym_that_is_explained_nowhere_is_commented_once()
    {
        var findings = SampleMemos.Review("The QXR is slow. The QXR is old. We like the QXR.").Findings;
        findings.Count(finding => finding.Span.Quote == "QXR").ShouldBe(1);
    }

    [Fact]
    public void A_benefit_that_lessens_something_bad_is_no_risk() =>
        SampleMemos.Review("The policy brings benefits, reducing the overall risk and cost of the software we buy.").ScoreOf(CriterionIds.Risks).ShouldBe(1);

    [Fact]
    public void The_federal_memo_is_told_that_it_asks_for_nothing()
    {
        var review = SampleMemos.Review(SampleMemos.Load("omb-m-16-21-introduction.md"));

        review.Findings[0].CriterionId.ShouldBe(CriterionIds.Ask);
        review.Findings[0].Severity.ShouldBe(Severity.High);
        review.Findings[0].Span.Quote.ShouldStartWith("The U.S. Government is committed");
        review.Opportunities[0].CriterionId.ShouldBe(CriterionIds.Ask);
        review.Findings.Select(finding => finding.Span.Quote).ShouldNotContain("is committed");
        review.Findings.ShouldAllBe(finding => !finding.Span.Quote.Contains('↩', StringComparison.Ordinal));
        review.Findings.ShouldNotContain(finding => finding.Comment.Contains("spelled out", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_finding_says_why_asks_something_and_gives_an_action()
    {
        foreach (var memo in SampleMemos.All())
        {
            foreach (var finding in SampleMemos.Review(memo).Findings)
            {
                finding.Comment.ShouldEndWith(".");
                finding.Questions.Count.ShouldBeInRange(1, 2);
                finding.Questions.ShouldAllBe(question => question.EndsWith('?'));
                finding.Suggestions.ShouldNotBeEmpty();
            }
        }
    }

    [Fact]
    public void Feedback_is_in_the_language_of_the_memo()
    {
        var review = SampleMemos.Review(SampleMemos.LoadWithout("almacen.es.txt", "ask"));

        review.Notice.ShouldBe("Solo estilo y estructura; no se ha juzgado el razonamiento.");
        review.Criteria.Single(criterion => criterion.Id == CriterionIds.Ask).Justification.ShouldStartWith("Ninguna frase pide al lector una decisión.");
        review.Findings[0].Questions[0].ShouldStartWith("¿");
    }

    [Fact]
    public void A_rambling_memo_scores_low_and_a_good_one_high()
    {
        SampleMemos.Review(SampleMemos.Load("rambling.en.txt")).Overall.Value.ShouldBeLessThan(2.2);
        SampleMemos.Review(SampleMemos.Load("invoicing.en.txt")).Overall.Value.ShouldBeGreaterThan(4);
    }

    [Fact]
    public void A_criterion_it_cannot_measure_is_left_out_and_named()
    {
        var text = new LocalizedText("Wit", "Ingenio");
        var guidance = Enumerable.Range(1, 5).ToDictionary(score => score, _ => text);
        var rubric = new Rubric("r", "1", new ScoreScale(1, 5), [new Criterion("wit", text, text, 60, guidance), new Criterion(CriterionIds.Ask, text, text, 40, guidance)]);

        var review = SampleMemos.Evaluator.Review(new Memo("", "We ask the board to approve a new bus by 3 May.", Language.English), rubric);

        review.Criteria.Select(criterion => criterion.Id).ShouldBe([CriterionIds.Ask]);
        review.Overall.Value.ShouldBe(review.Criteria[0].Score.Value);
        review.Notice.ShouldEndWith("Not measured: Wit.");
    }
}
