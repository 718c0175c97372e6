namespace TrendGrains.Inference.Evaluation;

/// <summary>How well scores put what is true above what is not. Pure.</summary>
public static class RankingScore
{
    /// <summary>
    /// The area under the receiver operating characteristic: the chance that a true one scores higher than one that is not, ties half (Mann and Whitney 1947).
    /// NaN where either is missing.
    /// </summary>
    public static double Area(IReadOnlyList<(bool IsTrue, double Score)> trials)
    {
        var order = trials.OrderBy(t => t.Score).ToArray();
        var (trues, sum) = (order.Count(t => t.IsTrue), 0.0);
        for (var i = 0; i < order.Length;)
        {
            var end = i;
            while (end < order.Length && order[end].Score.Equals(order[i].Score))
            {
                end++;
            }
            sum += (i + 1 + end) / 2.0 * order[i..end].Count(t => t.IsTrue);
            i = end;
        }
        return (sum - (trues * (trues + 1.0) / 2)) / ((double)trues * (order.Length - trues));
    }

    /// <summary>The curve itself: shares of false and of true ones at or above each score, from (0, 0) to (1, 1).</summary>
    public static IReadOnlyList<(double False, double True)> Curve(IReadOnlyList<(bool IsTrue, double Score)> trials)
    {
        var (trues, falses) = ((double)trials.Count(t => t.IsTrue), (double)trials.Count(t => !t.IsTrue));
        var points = new List<(double, double)> { (0, 0) };
        var (hits, alarms) = (0, 0);
        foreach (var group in trials.GroupBy(t => t.Score).OrderByDescending(g => g.Key))
        {
            hits += group.Count(t => t.IsTrue);
            alarms += group.Count(t => !t.IsTrue);
            points.Add((alarms / Math.Max(1, falses), hits / Math.Max(1, trues)));
        }
        return points;
    }
}
