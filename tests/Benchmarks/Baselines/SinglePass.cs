namespace TrendGrains.Benchmarks.Baselines;

/// <summary>
/// TF-IDF single pass (Allan, Papka and Lavrenko, On-line new event detection and tracking, 1998): each item joins the cluster whose centroid
/// is most alike, or begins one below the threshold. Clusters rest after the same time as the board's.
/// </summary>
internal static class SinglePass
{
    public static int[] Group(SimilarityMatrix similar, IReadOnlyList<DateTimeOffset> times, TimeSpan memory, double threshold)
    {
        var clusters = new int[similar.Count];
        var (squares, lastSeen) = (new List<double>(), new List<DateTimeOffset>());
        for (var i = 0; i < clusters.Length; i++)
        {
            // The dot with a centroid is the sum of the dots with its members, and so is the centroid's own length.
            var dots = new double[squares.Count];
            for (var j = 0; j < i; j++)
            {
                dots[clusters[j]] += similar[i][j];
            }

            var (best, cosine) = (-1, threshold);
            for (var c = 0; c < dots.Length; c++)
            {
                var alike = dots[c] / Math.Sqrt(squares[c]);
                if (alike >= cosine && lastSeen[c] >= times[i] - memory)
                {
                    (best, cosine) = (c, alike);
                }
            }

            if (best < 0)
            {
                best = squares.Count;
                squares.Add(1);
                lastSeen.Add(times[i]);
            }
            else
            {
                squares[best] += (2 * dots[best]) + 1;
                lastSeen[best] = times[i] > lastSeen[best] ? times[i] : lastSeen[best];
            }

            clusters[i] = best;
        }

        return clusters;
    }
}
