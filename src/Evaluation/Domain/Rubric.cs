namespace MemoCoach.Evaluation.Domain;

/// <summary>What memos are read against: criteria whose weights sum to 100, on one scale, with guidance for every score.</summary>
public sealed class Rubric
{
    public Rubric(string id, string revision, ScoreScale scale, IReadOnlyList<Criterion> criteria)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(id);
        ArgumentNullException.ThrowIfNull(scale);
        if (criteria.Count == 0)
        {
            throw new ArgumentException("A rubric has at least one criterion.", nameof(criteria));
        }

        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var criterion in criteria)
        {
            if (!ids.Add(criterion.Id))
            {
                throw new ArgumentException($"Criterion '{criterion.Id}' appears twice.", nameof(criteria));
            }

            for (var score = scale.Min; score <= scale.Max; score++)
            {
                if (!criterion.Guidance.ContainsKey(score))
                {
                    throw new ArgumentException($"Criterion '{criterion.Id}' has no guidance for score {score}.", nameof(criteria));
                }
            }

            if (criterion.Guidance.Count != scale.Max - scale.Min + 1)
            {
                throw new ArgumentException($"Criterion '{criterion.Id}' has guidance for a score outside {scale.Min} to {scale.Max}.", nameof(criteria));
            }
        }

        Weights = new CriterionWeights([.. criteria.Select(criterion => criterion.Weight)]);
        Id = id;
        Revision = revision;
        Scale = scale;
        Criteria = [.. criteria];
    }

    public string Id { get; }

    public string Revision { get; }

    public ScoreScale Scale { get; }

    public IReadOnlyList<Criterion> Criteria { get; }

    public CriterionWeights Weights { get; }
}
