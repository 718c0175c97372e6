using TrendGrains.Text.Counting;

namespace TrendGrains.Trends.Clustering;

/// <summary>
/// Whether an item belongs to a trend: a small network (one layer of rectified units beside a linear part) over the <see cref="Evidence"/>.
/// A linear model alone mixes up events of one kind: alike words with other names must count against, unlike words with the same names for.
/// </summary>
/// <param name="weights">The linear part and its constant, then for each unit its weights, its constant and what it adds.</param>
/// <param name="threshold">Probability from which on an item joins.</param>
internal sealed class JoinModel(float[] weights, float threshold)
{
    public const int Features = 24;

    public static JoinModel Learned { get; } = new(JoinWeights.All, JoinWeights.Threshold);

    public float Threshold => threshold;

    /// <summary>0-1; 1 for a near-copy of a held item, 0 for a column's next instalment.</summary>
    public float Probability(in Evidence evidence)
    {
        if (evidence.Instalment)
        {
            return 0;
        }

        if (evidence.Copy)
        {
            return 1;
        }

        Span<float> features = stackalloc float[Features];
        Write(evidence, features);
        return (float)(1 / (1 + StableMath.Exp2(-Score(features))));
    }

    /// <summary>Logarithm to base 2 of the odds.</summary>
    internal float Score(ReadOnlySpan<float> features)
    {
        var sum = weights[Features];
        for (var i = 0; i < Features; i++)
        {
            sum += weights[i] * features[i];
        }

        for (var unit = Features + 1; unit < weights.Length; unit += Features + 2)
        {
            var inner = weights[unit + Features];
            for (var i = 0; i < Features; i++)
            {
                inner += weights[unit + i] * features[i];
            }

            sum += Math.Max(0, inner) * weights[unit + Features + 1];
        }

        return sum;
    }

    internal static void Write(in Evidence e, Span<float> features)
    {
        features[0] = e.Body;
        features[1] = e.BodyMean;
        features[2] = e.Title;
        features[3] = e.TitleMean;
        features[4] = e.Cover;
        features[5] = e.CoverMean;
        features[6] = e.Names;
        features[7] = e.NamesMean;
        features[8] = e.Dense;
        features[9] = e.DenseMean;
        features[10] = e.Recency;
        features[11] = e.Brevity;
        features[12] = e.OnlyThisSource ? 1 : 0;
        features[13] = e.Middle;
        features[14] = e.Youth;
        features[15] = e.NamesTold;
        features[16] = e.NamesCore;
        features[17] = e.Figures;
        features[18] = e.NamesTold * e.NamesCore;
        features[19] = e.NamesTold * e.CoverMean;
        features[20] = e.HasNames ? 0 : 1;
        features[21] = e.HasNames ? e.Title * (1 - e.NamesTold) : 0;
        features[22] = e.NamesOwn;
        features[23] = e.NamesNew;
    }
}
