namespace MemoCoach.Evaluation.Domain;

/// <summary>The range in which a rubric scores, both ends included.</summary>
public sealed record ScoreScale
{
    public ScoreScale(int min, int max)
    {
        if (min < 0 || max <= min || max > 100)
        {
            throw new ArgumentException($"A scale runs from 0 or more up to 100 at most, lowest first; {min} to {max} does not.");
        }

        Min = min;
        Max = max;
    }

    public int Min { get; }

    public int Max { get; }

    /// <summary>The score at a share of the scale: 0 is the lowest score, 1 the highest.</summary>
    public Score At(double share) => new(Min + (Math.Clamp(share, 0, 1) * (Max - Min)), this);
}
