namespace MemoCoach.Evaluation.Domain;

/// <summary>A score within its scale, to two decimals so that a small improvement of a draft shows.</summary>
public readonly record struct Score
{
    public Score(double value, ScoreScale scale)
    {
        ArgumentNullException.ThrowIfNull(scale);
        if (!(value >= scale.Min && value <= scale.Max))
        {
            throw new ArgumentOutOfRangeException(nameof(value), value, $"A score lies between {scale.Min} and {scale.Max}.");
        }

        Value = Math.Round(value, 2, MidpointRounding.AwayFromZero);
        Scale = scale;
    }

    public double Value { get; }

    public ScoreScale Scale { get; }

    /// <summary>The mean of scores on one scale, each counted with its weight.</summary>
    public static Score WeightedMean(IReadOnlyList<(Score Score, double Weight)> scores)
    {
        if (scores.Count == 0)
        {
            throw new ArgumentException("A mean needs at least one score.", nameof(scores));
        }

        double sum = 0, weights = 0;
        foreach (var (score, weight) in scores)
        {
            sum += score.Value * weight;
            weights += weight;
        }

        var scale = scores[0].Score.Scale;
        return new Score(Math.Clamp(sum / weights, scale.Min, scale.Max), scale);
    }
}
