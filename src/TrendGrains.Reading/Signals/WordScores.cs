using System.Buffers.Binary;
using TrendGrains.Inference.Catalog;

namespace TrendGrains.Reading.Signals;

/// <summary>
/// The table of a linear model over <see cref="PageWords"/>: a scale and a bias for each label (little-endian float32), then one signed
/// byte for each label and bucket.
/// </summary>
internal sealed class WordScores
{
    private readonly float[] scales;
    private readonly float[] biases;
    private readonly sbyte[] weights;

    private WordScores(float[] scales, float[] biases, sbyte[] weights) => (this.scales, this.biases, this.weights) = (scales, biases, weights);

    /// <exception cref="ModelCatalogException">The file is not such a table.</exception>
    public static WordScores Load(ModelEntry model, string file)
    {
        var path = Path.Combine(model.Folder, file);
        var bytes = File.Exists(path) ? File.ReadAllBytes(path) : throw new ModelCatalogException($"Model '{model.Name}': {path} is missing.");
        var labels = model.Labels.Count;
        if (bytes.Length != labels * (8 + PageWords.Buckets))
        {
            throw new ModelCatalogException($"Model '{model.Name}': {path} has {bytes.Length} bytes; {labels} labels need {labels * (8 + PageWords.Buckets)}.");
        }
        var (scales, biases) = (new float[labels], new float[labels]);
        for (var i = 0; i < labels; i++)
        {
            scales[i] = BinaryPrimitives.ReadSingleLittleEndian(bytes.AsSpan(i * 4));
            biases[i] = BinaryPrimitives.ReadSingleLittleEndian(bytes.AsSpan((labels + i) * 4));
        }
        return new WordScores(scales, biases, (sbyte[])(Array)bytes[(labels * 8)..]);
    }

    /// <summary>One number for each label.</summary>
    public float[] Score(IReadOnlyList<(int Bucket, float Weight)> words)
    {
        var labels = scales.Length;
        var scores = new float[labels];
        foreach (var (bucket, weight) in words)
        {
            for (var label = 0; label < labels; label++)
            {
                scores[label] += weight * weights[(bucket * labels) + label];
            }
        }
        for (var label = 0; label < labels; label++)
        {
            scores[label] = (scores[label] * scales[label]) + biases[label];
        }
        return scores;
    }
}
