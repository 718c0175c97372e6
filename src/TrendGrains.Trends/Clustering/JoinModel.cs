using TrendGrains.Text.Counting;

namespace TrendGrains.Trends.Clustering;

/// <summary>Whether an item belongs to a trend: a logistic function of the <see cref="Evidence"/>.</summary>
internal static class JoinModel
{
    /// <summary>At or above it an item joins.</summary>
    public const float Threshold = 0.5f;
    internal static float Threshold2 = 0.5f;

    public const int Features = 15;

    /// <summary>Probability 0-1.</summary>
    public static float Probability(in Evidence e)
    {
        if (e.Copy)
        {
            return 1;
        }

        Span<float> features = stackalloc float[Features];
        Write(e, features);
        var weights = e.HasVectors ? Weights : Weights;
        var sum = weights[Features];
        for (var i = 0; i < Features; i++)
        {
            sum += weights[i] * features[i];
        }

        return (float)(1 / (1 + StableMath.Exp2(-sum)));
    }

    internal static void Write(in Evidence e, Span<float> features)
    {
        features[0] = e.Body;
        features[1] = e.BodyMean;
        features[2] = e.Title;
        features[3] = e.TitleMean;
        features[4] = e.Cover;
        features[5] = e.CoverMean;
        features[6] = e.Facts;
        features[7] = e.FactsMean;
        features[8] = e.HasVectors ? e.Dense : 0;
        features[9] = e.HasVectors ? e.DenseMean : 0;
        features[10] = e.Recency;
        features[13] = e.Middle;
        features[14] = e.Youth;
        features[11] = e.Brevity;
        features[12] = e.OnlyThisSource ? 1 : 0;
    }

    internal static float[] Weights = [0, 3, 0, 1, 0, 2, 0, 5, 0, 1, 0, 0, 0, 4, 1.5f, -5.2f];
}
