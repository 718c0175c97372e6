namespace TrendGrains.Inference.Tokenizers;

/// <summary>A text as a model's table sees it: distinct buckets in order of first occurrence, each with the square root of its count.</summary>
internal readonly record struct TokenFeatures(int[] Buckets, float[] Weights)
{
    public int Count => Buckets.Length;
}
