namespace TrendGrains.Inference.Evaluation;

/// <summary>How a public set's labels become a model's, and how the model's scores are read as one of them.</summary>
/// <param name="Name">As <c>--labels</c> names it.</param>
/// <param name="Gold">The set's label → the model's. Several may share one: the model does not tell them apart.</param>
/// <param name="ReadAs">The model's label → the one of <paramref name="Gold"/>'s values that it is read as; a label that is missing is never read.</param>
public sealed record LabelReading(string Name, IReadOnlyDictionary<string, string> Gold, IReadOnlyDictionary<string, string> ReadAs)
{
    /// <summary>The labels that a reading can give, in ordinal order.</summary>
    public IReadOnlyList<string> Labels { get; } = [.. ReadAs.Values.Distinct().Order(StringComparer.Ordinal)];

    /// <summary>The likeliest of <see cref="Labels"/>, each as likely as all that is read as it together, and its share of what they have.</summary>
    /// <param name="labels">The model's, in the order of the scores.</param>
    public (string Label, double Score) Among(IReadOnlyList<string> labels, ReadOnlySpan<float> scores)
    {
        var sums = new double[Labels.Count];
        for (var i = 0; i < labels.Count; i++)
        {
            if (ReadAs.TryGetValue(labels[i], out var read))
            {
                sums[Place(read)] += scores[i];
            }
        }
        var best = Array.IndexOf(sums, sums.Max());
        return (Labels[best], sums[best] / Math.Max(sums.Sum(), 1e-9));
    }

    /// <summary>The model's own likeliest label, read; null where it is never read.</summary>
    public string? Plain(IReadOnlyList<string> labels, ReadOnlySpan<float> scores)
    {
        var best = 0;
        for (var i = 1; i < scores.Length; i++)
        {
            best = scores[i] > scores[best] ? i : best;
        }
        return ReadAs.GetValueOrDefault(labels[best]);
    }

    /// <summary>A reading of labels that are the model's own.</summary>
    public static LabelReading Own(string name, IEnumerable<string> labels)
    {
        var same = labels.ToDictionary(l => l);
        return new LabelReading(name, same, same);
    }

    private int Place(string label)
    {
        for (var i = 0; i < Labels.Count; i++)
        {
            if (Labels[i] == label)
            {
                return i;
            }
        }
        throw new ArgumentException($"'{label}' is no label of '{Name}'.", nameof(label));
    }
}
