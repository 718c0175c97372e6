namespace TrendGrains.Grains.Ingest;

/// <summary>How much a text is about a focus, from the unit vectors of both; pure.</summary>
internal static class Relevance
{
    /// <summary>
    /// Where the cosine of a text and a focus that is its topic parts from that of others, in the space of <c>text-embedding</c> 1: over
    /// articles, headlines and sentences with a topic, in English and Korean, the medians were 0.05-0.29 for their own topic and -0.06-0.14 for others.
    /// </summary>
    private const double Middle = 0.11;

    /// <summary>From the middle on, 0.1 makes 0.5 to 0.88.</summary>
    private const double Width = 0.05;

    /// <summary>The cosine through the logistic function: 0…1, 0.5 at the middle.</summary>
    public static double Of(float[] text, float[] focus)
    {
        var cosine = 0.0;
        for (var i = 0; i < text.Length; i++)
        {
            cosine += text[i] * focus[i];
        }

        return 1 / (1 + Math.Exp((Middle - cosine) / Width));
    }
}
