using TrendGrains.Reading.Extract.Features;

namespace TrendGrains.Reading.Extract.Scoring;

/// <summary>
/// Draws the chances of blocks that belong together towards each other: those of one container, then those of one style. A long chapter is not
/// to lose its end because the model has grown unsure of it on the way.
/// </summary>
internal static class LikeChances
{
    private const int Least = 3;
    private const double Pull = 0.3;

    public static float[] Of(BlockLayout page, ReadOnlySpan<float> chances)
    {
        var boxes = new int[chances.Length];
        for (var i = 0; i < boxes.Length; i++)
        {
            boxes[i] = page.Container(i, 0);
        }
        return Drawn(Drawn(chances, boxes, page.Words), page.Likeness.Styles, page.Words);
    }

    /// <summary>Chances drawn to the mean of their group, where it has three blocks or more; words are weights.</summary>
    internal static float[] Drawn(ReadOnlySpan<float> chances, ReadOnlySpan<int> groups, ReadOnlySpan<int> words)
    {
        var sums = new Dictionary<int, (double Chance, double Words, int Blocks)>();
        for (var i = 0; i < chances.Length; i++)
        {
            var sum = sums.GetValueOrDefault(groups[i]);
            sums[groups[i]] = (sum.Chance + chances[i] * (words[i] + 1e-6), sum.Words + words[i] + 1e-6, sum.Blocks + 1);
        }
        var drawn = new float[chances.Length];
        for (var i = 0; i < drawn.Length; i++)
        {
            var sum = sums[groups[i]];
            drawn[i] = sum.Blocks < Least ? chances[i] : (float)((1 - Pull) * chances[i] + Pull * sum.Chance / sum.Words);
        }
        return drawn;
    }
}
