namespace TrendGrains.Grains.Ingest;

/// <summary>How much an item is about a focus, from the unit vectors of both; pure.</summary>
internal static class Relevance
{
    public static double Of(float[] item, float[] focus)
    {
        var cosine = 0.0;
        for (var i = 0; i < item.Length; i++)
        {
            cosine += item[i] * focus[i];
        }

        return Math.Clamp(cosine, 0, 1);
    }
}
