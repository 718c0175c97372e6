using System.Buffers;
using Microsoft.ML.OnnxRuntime;
using TrendGrains.Inference.Tokenizers;

namespace TrendGrains.Inference.Onnx;

/// <summary>Texts side by side, the shorter ones padded with bucket 0 at weight 0; holds pooled memory that the run reads.</summary>
internal sealed class FeatureBatch : IDisposable
{
    private readonly int[] buckets;
    private readonly float[] weights;
    private readonly OrtValue bucketValue;
    private readonly OrtValue weightValue;

    public FeatureBatch(ReadOnlySpan<TokenFeatures> texts, int width)
    {
        var cells = texts.Length * width;
        buckets = ArrayPool<int>.Shared.Rent(cells);
        weights = ArrayPool<float>.Shared.Rent(cells);
        for (var row = 0; row < texts.Length; row++)
        {
            var text = texts[row];
            Fill(text.Buckets, buckets.AsSpan(row * width, width));
            Fill(text.Weights, weights.AsSpan(row * width, width));
        }
        long[] shape = [texts.Length, width];
        bucketValue = OrtValue.CreateTensorValueFromMemory(buckets, shape);
        weightValue = OrtValue.CreateTensorValueFromMemory(weights, shape);
        Values = [bucketValue, weightValue];
    }

    /// <summary>In the order of the model's inputs: buckets, weights.</summary>
    public OrtValue[] Values { get; }

    public void Dispose()
    {
        bucketValue.Dispose();
        weightValue.Dispose();
        ArrayPool<int>.Shared.Return(buckets);
        ArrayPool<float>.Shared.Return(weights);
    }

    private static void Fill<T>(T[] source, Span<T> target)
    {
        source.CopyTo(target);
        target[source.Length..].Clear();
    }
}
