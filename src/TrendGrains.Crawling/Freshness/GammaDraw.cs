namespace TrendGrains.Crawling.Freshness;

/// <summary>Gamma variates by Marsaglia and Tsang, "A simple method for generating gamma variables", ACM TOMS 26(3), 2000.</summary>
internal static class GammaDraw
{
    /// <summary>Of scale 1.</summary>
    public static double Of(double shape, Random chance)
    {
        if (shape < 1)
        {
            return Of(shape + 1, chance) * Math.Pow(1 - chance.NextDouble(), 1 / shape);
        }

        var d = shape - (1.0 / 3);
        var c = 1 / Math.Sqrt(9 * d);
        while (true)
        {
            var x = Normal(chance);
            var v = 1 + (c * x);
            v = v * v * v;
            if (v > 0 && Math.Log(1 - chance.NextDouble()) < (x * x / 2) + d - (d * v) + (d * Math.Log(v)))
            {
                return d * v;
            }
        }
    }

    private static double Normal(Random chance) =>
        Math.Sqrt(-2 * Math.Log(1 - chance.NextDouble())) * Math.Cos(2 * Math.PI * chance.NextDouble());
}
