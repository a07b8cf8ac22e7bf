using MemoCoach.Evaluation.Domain.Text;

namespace MemoCoach.Evaluation.Domain.Features;

/// <summary>
/// How easily a memo reads, decided by its hardest sentences: a reader stumbles over those, not over the average. That also
/// makes it proof against padding: easy sentences added cannot raise it, and sentences taken away cannot lower it.
/// </summary>
internal sealed class Ease
{
    // The hardest sentence counts 0.4 of all, the next 0.24 and so on: about six sentences decide.
    private const double Decay = 0.6;
    private const int Deciding = 12;

    private static readonly IHurdle[] Hurdles =
    [
        new SentenceLength(), new HardWords(), new PassiveVoice(), new HiddenVerbs(), new WordyPhrases(), new Legalese(),
        new Conditions(), new EmptyOpenings(), new Hedges(), new VagueQuantities(), new NounStrings(), new Distance(),
    ];

    private readonly List<(double Weight, Sentence Sentence)> hardest = [];

    public Ease(Document document, List<Remark> remarks)
    {
        double words = 0;
        foreach (var sentence in document.Sentences)
        {
            if (sentence.IsRepeat)
            {
                continue;
            }

            words += sentence.IsWellFormed ? 1 : 0;
            LongestSentence = Math.Max(LongestSentence, sentence.WordCount);
            double weight = 0;
            foreach (var hurdle in Hurdles)
            {
                weight += hurdle.Weigh(document, sentence, remarks);
            }

            Keep(Effort(weight), sentence);
        }

        var share = 1 - Decay;
        double lost = 0;
        foreach (var (weight, _) in hardest)
        {
            lost += share * weight;
            share *= Decay;
        }

        Share = words == 0 ? 0 : 1 - lost;
    }

    /// <summary>1 for prose that never makes the reader stop, towards 0 for prose that does so in every sentence.</summary>
    public double Share { get; }

    public int LongestSentence { get; }

    public Sentence? Hardest => hardest.Count == 0 ? null : hardest[0].Sentence;

    /// <summary>
    /// The effort a sentence costs, 0 to 1. In proportion to its hurdles at first, so that cutting a long sentence in two pays;
    /// then ever less, for beyond a point the reader has given up.
    /// </summary>
    private static double Effort(double hurdles)
    {
        const double Knee = 1.2;
        const double Slope = 0.45;
        var excess = hurdles - Knee;
        return excess <= 0 ? Slope * hurdles : (Slope * Knee) + ((1 - (Slope * Knee)) * excess / (excess + 1.5));
    }

    /// <summary>Keeps the hardest sentences in order, the earlier first where two are alike.</summary>
    private void Keep(double weight, Sentence sentence)
    {
        var at = hardest.Count;
        while (at > 0 && hardest[at - 1].Weight < weight)
        {
            at--;
        }

        if (at < Deciding)
        {
            hardest.Insert(at, (weight, sentence));
            if (hardest.Count > Deciding)
            {
                hardest.RemoveAt(Deciding);
            }
        }
    }
}
