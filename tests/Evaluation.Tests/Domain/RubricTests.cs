using MemoCoach.Evaluation.Domain;
using MemoCoach.Evaluation.Infrastructure;

namespace MemoCoach.Evaluation.Tests.Domain;

public sealed class RubricTests
{
    private static readonly string Shipped = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "config", "rubric.yaml"));

    [Fact]
    public void The_rubric_that_ships_has_the_seven_criteria_in_both_languages()
    {
        var rubric = RubricYaml.Parse(Shipped, "abc");

        rubric.Revision.ShouldBe("abc");
        rubric.Criteria.Select(criterion => criterion.Id).ShouldBe(["structure", "arguments", "clarity", "alignment", "ask", "risks", "feasibility"]);
        rubric.Criteria.Sum(criterion => criterion.Weight).ShouldBe(100);
        rubric.Criteria.ShouldAllBe(criterion => criterion.Guidance.Count == 5);
        BuiltInEvaluator.CanReview(rubric).ShouldBeTrue();
    }

    [Theory]
    [InlineData("    weight: 15", "    weight: 16", "criteria", "101")]
    [InlineData("    weight: 15", "    weight: -1", "criteria[0].weight", "more than 0")]
    [InlineData("    weight: 15", "    weight: heavy", "criteria[0].weight", "number")]
    [InlineData("  - id: clarity", "  - id: arguments", "criteria[2].id", "twice")]
    [InlineData("      es: Estructura", "      fr: Structure", "criteria[0].name.fr", "not known")]
    [InlineData("  max: 5", "  max: 6", "criteria[0].guidance", "score 6")]
    [InlineData("  max: 5", "  max: 0", "scale", "scale")]
    [InlineData("id: business-memo", "name: x", "name", "not known")]
    public void A_mistake_is_reported_with_its_place(string right, string wrong, string path, string words)
    {
        var at = Shipped.IndexOf(right, StringComparison.Ordinal);
        var problem = Should.Throw<RubricInvalidException>(() => RubricYaml.Parse(Shipped.Remove(at, right.Length).Insert(at, wrong), "x"));

        problem.Path.ShouldBe(path);
        problem.Message.ShouldContain(words);
        problem.Line.ShouldBeGreaterThan(0);
        problem.Column.ShouldBeGreaterThan(0);
    }

    [Theory]
    [InlineData("id: [unclosed")]
    [InlineData("")]
    [InlineData("- a list")]
    [InlineData("id: a\nid: b")]
    public void What_is_no_rubric_at_all_is_refused(string yaml) =>
        Should.Throw<RubricInvalidException>(() => RubricYaml.Parse(yaml, "x"));

    [Fact]
    public void The_other_documents_that_ship_are_valid_yaml()
    {
        foreach (var name in new[] { "frameworks.yaml", "prompt.yaml", "llm.yaml" })
        {
            var stream = new YamlDotNet.RepresentationModel.YamlStream();
            stream.Load(new StringReader(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "config", name))));
            stream.Documents.Count.ShouldBe(1, name);
        }
    }

    [Fact]
    public void A_span_cannot_leave_its_text_or_cut_a_character()
    {
        Should.Throw<ArgumentException>(() => new TextSpan("abc", 1, 4));
        Should.Throw<ArgumentException>(() => new TextSpan("abc", 2, 2));
        Should.Throw<ArgumentException>(() => new TextSpan("a🙂b", 0, 2));
        new TextSpan("a🙂b", 1, 3).Quote.ShouldBe("🙂");
        TextSpan.Find("We ask you.", "ask you").ShouldBe(new TextSpan("We ask you.", 3, 10));
        TextSpan.Find("We ask you.", "ask them").ShouldBeNull();
    }

    [Fact]
    public void A_score_cannot_leave_its_scale_and_weights_sum_to_a_hundred()
    {
        var scale = new ScoreScale(1, 5);
        Should.Throw<ArgumentOutOfRangeException>(() => new Score(5.1, scale));
        Should.Throw<ArgumentOutOfRangeException>(() => new Score(double.NaN, scale));
        Should.Throw<ArgumentException>(() => new CriterionWeights([50, 49]));
        Should.Throw<ArgumentException>(() => new CriterionWeights([100, 0]));
        scale.At(0.5).Value.ShouldBe(3);
    }
}
