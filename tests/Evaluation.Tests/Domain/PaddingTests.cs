using MemoCoach.Evaluation.Domain;

namespace MemoCoach.Evaluation.Tests.Domain;

/// <summary>Nothing is gained by saying more of the same, by scattering keywords, or by filling up.</summary>
public sealed class PaddingTests
{
    private static readonly Dictionary<Language, string[]> Padding = new()
    {
        [Language.English] =
        [
            "risk risk risk mitigation mitigation strategy goal budget deadline owner approve approve ROI because therefore data evidence",
            "Risk, mitigation, alternatives, strategy, goals, next steps, budget, owner, deadline, evidence, data, because, therefore, approve.",
            "The risk is a risk and the mitigation is a mitigation. The goal is a goal and supports the strategy. We ask for the ask and approve the approval.",
            "Because therefore data evidence shows strategic goal approve $1,000,000 by Friday.",
            "Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor incididunt ut labore et dolore magna aliqua. Ut enim ad minim veniam, quis nostrud exercitation.",
            "It is a pleasure to write this. Everyone knows how these things are. There is much to be said about it all, and time will tell. Life goes on.",
            "Good. Fine. Yes. Very nice. We like it. It is good. So it goes.",
            "# Risks\n\n# Next steps\n\n# Recommendation\n\n# Budget",
            "- risk\n- mitigation\n- owner\n- deadline\n- strategy\n- alternatives",
        ],
        [Language.Spanish] =
        [
            "riesgo riesgo riesgo mitigación mitigación estrategia objetivo presupuesto plazo responsable aprobar aprobar porque por tanto datos evidencia",
            "Riesgo, mitigación, alternativas, estrategia, objetivos, próximos pasos, presupuesto, responsable, plazo, evidencia, datos, porque, por tanto, aprobar.",
            "El riesgo es un riesgo y la mitigación es una mitigación. El objetivo es un objetivo y apoya la estrategia. Pedimos la petición y aprobar la aprobación.",
            "Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor incididunt ut labore et dolore magna aliqua.",
            "Es un placer escribir esto. Todo el mundo sabe cómo son las cosas. La vida sigue y el tiempo lo dirá.",
            "# Riesgos\n\n# Próximos pasos\n\n# Petición\n\n# Presupuesto",
        ],
    };

    public static TheoryData<int, string> Paddings()
    {
        var data = new TheoryData<int, string>();
        var memos = SampleMemos.All().ToArray();
        for (var i = 0; i < memos.Length; i++)
        {
            foreach (var padding in Padding[memos[i].Language])
            {
                data.Add(i, padding);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Paddings))]
    public void Padding_raises_nothing(int index, string padding)
    {
        var memo = SampleMemos.All().ElementAt(index);
        GainsNothing(memo, memo.Text + "\n\n" + padding);
        GainsNothing(memo, memo.Text + string.Concat(Enumerable.Repeat("\n\n" + padding, 20)));
        GainsNothing(memo, memo.Text.TrimEnd() + " " + padding.Replace("\n", " ", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(9)]
    [InlineData(10)]
    public void Repeating_any_paragraph_gains_nothing(int index)
    {
        var memo = SampleMemos.All().ElementAt(index);
        var paragraphs = memo.Text.Split("\n\n", StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i < paragraphs.Length; i++)
        {
            GainsNothing(memo, memo.Text + "\n\n" + paragraphs[i]);
            GainsNothing(memo, memo.Text + string.Concat(Enumerable.Repeat("\n\n" + paragraphs[i], 5)));
            GainsNothing(memo, string.Join("\n\n", paragraphs.Take(i + 1).Append(paragraphs[i]).Concat(paragraphs.Skip(i + 1))));
        }

        GainsNothing(memo, memo.Text + "\n\n" + memo.Text);
    }

    private static void GainsNothing(Memo memo, string padded)
    {
        var before = SampleMemos.Review(memo);
        var after = SampleMemos.Review(memo with { Text = padded });

        foreach (var criterion in before.Criteria)
        {
            after.ScoreOf(criterion.Id).ShouldBeLessThanOrEqualTo(criterion.Score.Value, $"{criterion.Id} with: {padded[^Math.Min(padded.Length, 120)..]}");
        }

        after.Overall.Value.ShouldBeLessThanOrEqualTo(before.Overall.Value);
    }
}
