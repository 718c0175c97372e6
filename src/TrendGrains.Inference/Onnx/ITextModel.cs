namespace TrendGrains.Inference.Onnx;

/// <summary>Texts in, numbers out, outside the pool: over hashed n-grams, or a transformer over tokens.</summary>
internal interface ITextModel : IDisposable
{
    /// <summary>The numbers of each text, in order. Safe for several threads.</summary>
    float[][] Run(IReadOnlyList<string> texts);
}
