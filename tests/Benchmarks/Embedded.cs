using TrendGrains.Inference.Embedding;
using TrendGrains.Trends.Clustering;

namespace TrendGrains.Benchmarks;

/// <summary>Gives items their vectors as the platform does: title and text, in batches.</summary>
internal static class Embedded
{
    public static StoryItem[] Of(StoryItem[] items, TextEmbedder? embedder) => embedder is null
        ? items
        : [.. items.Chunk(256).SelectMany(chunk => chunk.Zip(
            embedder.Embed(Array.ConvertAll(chunk, i => $"{i.Title}\n{i.Text}")), (item, vector) => item with { Vector = vector }))];
}
