using MemoCoach.Evaluation.Domain;

namespace MemoCoach.Evaluation.Tests.Domain;

public sealed class RemovalTests
{
    public static TheoryData<string, string, string> Parts()
    {
        var data = new TheoryData<string, string, string>();
        foreach (var file in SampleMemos.Marked)
        {
            data.Add(file, "ask", CriterionIds.Ask);
            data.Add(file, "risks", CriterionIds.Risks);
            data.Add(file, "figures", CriterionIds.Clarity);
            data.Add(file, "steps", CriterionIds.Feasibility);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Parts))]
    public void Taking_a_part_out_lowers_its_own_criterion_alone(string file, string part, string criterion) =>
        OnlyLowers(SampleMemos.Load(file), SampleMemos.LoadWithout(file, part), criterion);

    [Theory]
    [MemberData(nameof(Files))]
    public void Replacing_figures_by_vague_words_lowers_clarity_alone(string file) =>
        OnlyLowers(SampleMemos.Load(file), SampleMemos.LoadVague(file), CriterionIds.Clarity);

    [Theory]
    [MemberData(nameof(Parts))]
    public void Taking_single_sentences_of_a_part_out_lowers_no_other_criterion(string file, string part, string criterion)
    {
        var memo = SampleMemos.Load(file);
        var before = SampleMemos.Review(memo);
        foreach (var (start, end) in SampleMemos.SentencesOf(file, part))
        {
            var after = SampleMemos.Review(memo with { Text = memo.Text.Remove(start, end - start) });
            foreach (var other in before.Criteria.Where(other => other.Id != criterion))
            {
                after.ScoreOf(other.Id).ShouldBeGreaterThanOrEqualTo(other.Score.Value, $"{other.Id} without: {memo.Text[start..end]}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Parts))]
    public void Emptying_a_section_but_leaving_its_heading_lowers_its_own_criterion_alone(string file, string part, string criterion)
    {
        var memo = SampleMemos.Load(file);
        var emptied = memo.Text;
        foreach (var (start, end) in SampleMemos.SentencesOf(file, part).Reverse())
        {
            emptied = emptied.Remove(start, end - start);
        }

        OnlyLowers(memo, memo with { Text = emptied }, criterion);
    }

    [Theory]
    [MemberData(nameof(GoodFiles))]
    public void A_good_memo_scores_well_on_every_criterion(string file)
    {
        var review = SampleMemos.Review(SampleMemos.Load(file));

        review.Overall.Value.ShouldBeInRange(3.9, 5.0);
        foreach (var criterion in review.Criteria)
        {
            criterion.Score.Value.ShouldBeGreaterThanOrEqualTo(3.0, criterion.Id);
        }
    }

    public static TheoryData<string> Files() => [.. SampleMemos.Marked];

    public static TheoryData<string> GoodFiles() => [.. SampleMemos.Good];

    private static void OnlyLowers(Memo whole, Memo part, string criterion)
    {
        part.Text.ShouldNotBe(whole.Text);
        var before = SampleMemos.Review(whole);
        var after = SampleMemos.Review(part);

        after.ScoreOf(criterion).ShouldBeLessThan(before.ScoreOf(criterion) - 0.1);
        foreach (var other in before.Criteria.Where(other => other.Id != criterion))
        {
            after.ScoreOf(other.Id).ShouldBeGreaterThanOrEqualTo(other.Score.Value, other.Id);
        }
    }
}
