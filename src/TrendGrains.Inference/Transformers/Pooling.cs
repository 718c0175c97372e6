using System.Numerics.Tensors;

namespace TrendGrains.Inference.Transformers;

/// <summary>One vector of the vectors of a row's tokens.</summary>
internal static class Pooling
{
    /// <param name="states">The numbers of every place one after another.</param>
    /// <param name="size">Numbers a place.</param>
    /// <param name="tokens">Places that hold the row's own tokens; the others are padding.</param>
    /// <param name="kind"><c>mean</c>, <c>cls</c> or <c>last</c>.</param>
    /// <param name="dimension">Numbers of the result: the first ones.</param>
    public static float[] Pool(ReadOnlySpan<float> states, int size, int tokens, string kind, int dimension)
    {
        switch (kind)
        {
            case "cls":
                return states[..dimension].ToArray();
            case "last":
                return states.Slice((tokens - 1) * size, dimension).ToArray();
            default:
                var sum = new float[dimension];
                for (var i = 0; i < tokens; i++)
                {
                    TensorPrimitives.Add(sum, states.Slice(i * size, dimension), sum);
                }
                TensorPrimitives.Divide(sum, Math.Max(1, tokens), sum);
                return sum;
        }
    }

    /// <summary>Gives a vector length one; one of zeros stays.</summary>
    public static void Normalize(Span<float> vector)
    {
        var length = TensorPrimitives.Norm<float>(vector);
        if (length > 0)
        {
            TensorPrimitives.Divide(vector, length, vector);
        }
    }
}
