namespace MemoCoach.Evaluation.Domain;

/// <summary>The weights of a rubric's criteria, in per cent: each above zero, together one hundred.</summary>
public sealed class CriterionWeights
{
    private readonly double[] weights;

    public CriterionWeights(IReadOnlyList<double> weights)
    {
        if (weights.Any(weight => !(weight > 0)))
        {
            throw new ArgumentException("Every criterion weighs more than zero.", nameof(weights));
        }

        // Written by people as whole or tenth per cents; the tolerance is for binary fractions only.
        var sum = weights.Sum();
        if (Math.Abs(sum - 100) > 1e-6)
        {
            throw new ArgumentException($"The weights of the criteria sum to {sum.ToString(System.Globalization.CultureInfo.InvariantCulture)}, not 100.", nameof(weights));
        }

        this.weights = [.. weights];
    }

    public double this[int criterion] => weights[criterion];

    public int Count => weights.Length;
}
