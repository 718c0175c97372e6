using System.Diagnostics;

namespace TrendGrains.Inference.Versions;

/// <summary>How often a version in the shadow agreed with the live one. Safe for several threads.</summary>
internal sealed class ShadowFigures(string model, string version)
{
    /// <summary>Vectors this near say the same.</summary>
    private const double SameDirection = 0.98;

    /// <summary>Two scores this near say the same, where there is only one and none can be the largest.</summary>
    private const double SameScore = 0.05;

    private readonly TagList agreedTags = new() { { "model", model }, { "version", version }, { "outcome", "agreed" } };
    private readonly TagList differedTags = new() { { "model", model }, { "version", version }, { "outcome", "differed" } };
    private readonly TagList failedTags = new() { { "model", model }, { "version", version }, { "outcome", "failed" } };
    private long agreed;
    private long differed;
    private long failed;

    /// <param name="mine">Null when it failed.</param>
    public void Compare(float[] live, float[]? mine, bool areVectors)
    {
        if (mine is null)
        {
            Interlocked.Increment(ref failed);
            Telemetry.Shadows.Add(1, failedTags);
        }
        else if (Agree(live, mine, areVectors))
        {
            Interlocked.Increment(ref agreed);
            Telemetry.Shadows.Add(1, agreedTags);
        }
        else
        {
            Interlocked.Increment(ref differed);
            Telemetry.Shadows.Add(1, differedTags);
        }
    }

    public ShadowSnapshot Read() => new(Interlocked.Read(ref agreed), Interlocked.Read(ref differed), Interlocked.Read(ref failed));

    private static bool Agree(float[] live, float[] mine, bool areVectors) =>
        live.Length == mine.Length && (areVectors ? Cosine(live, mine) >= SameDirection
            : live.Length == 1 ? Math.Abs(live[0] - mine[0]) <= SameScore
            : Largest(live) == Largest(mine));

    private static int Largest(float[] scores) => System.Numerics.Tensors.TensorPrimitives.IndexOfMax<float>(scores);

    private static float Cosine(float[] a, float[] b) => System.Numerics.Tensors.TensorPrimitives.CosineSimilarity<float>(a, b);
}

/// <summary>Items on which a version in the shadow agreed with the live one (the same label first, a single score as high, or the same direction), differed, or failed.</summary>
public sealed record ShadowSnapshot(long Agreed, long Differed, long Failed);
