namespace TrendGrains.Trends.Evaluation;

/// <summary>
/// What two groupings say about each other beyond what chance would: 1 for the same grouping, about 0 for unrelated ones, below 0 when
/// worse than chance. Vinh, Epps and Bailey, Information theoretic measures for clusterings comparison, 2010: chance is the
/// hypergeometric model (all groupings of the same cluster sizes), and the bound is the arithmetic mean of the two entropies (AMI_sum).
/// </summary>
public static class AdjustedMutualInformation
{
    /// <summary>The same item stands at the same place in both lists; labels are compared by equality.</summary>
    /// <exception cref="ArgumentException">The lists are not of one length.</exception>
    public static double Of<TGold, TPredicted>(IReadOnlyList<TGold> gold, IReadOnlyList<TPredicted> predicted)
        where TGold : notnull
        where TPredicted : notnull => Of(Contingency.Of(gold, predicted));

    internal static double Of(Contingency table)
    {
        // Includes the two cases where the formula divides by nothing: one cluster each, and every item alone in both.
        if (table.IsSame)
        {
            return 1;
        }

        var chance = Expected(table);
        var bound = (Entropy(table.Gold, table.Items) + Entropy(table.Predicted, table.Items)) / 2;
        var spread = bound - chance;
        return Math.Abs(spread) < 1e-12 ? 0 : (Mutual(table) - chance) / spread;
    }

    internal static double Mutual(Contingency table)
    {
        var sum = 0.0;
        foreach (var (gold, predicted, items) in table.Cells)
        {
            sum += Term(items, table.Gold[gold], table.Predicted[predicted], table.Items);
        }

        return sum;
    }

    /// <summary>Mean of the mutual information over all groupings with these cluster sizes.</summary>
    internal static double Expected(Contingency table)
    {
        // Clusters of one size count alike, and most are small: pairs of sizes are far fewer than pairs of clusters.
        var gold = table.Gold.CountBy(size => size).OrderBy(c => c.Key).ToArray();
        var predicted = table.Predicted.CountBy(size => size).OrderBy(c => c.Key).ToArray();
        var factorials = LogFactorials(table.Items);
        var sum = 0.0;
        foreach (var (a, goldOfSize) in gold)
        {
            foreach (var (b, predictedOfSize) in predicted)
            {
                sum += (double)goldOfSize * predictedOfSize * Expected(a, b, table.Items, factorials);
            }
        }

        return sum;
    }

    private static double Expected(int a, int b, int items, double[] factorials)
    {
        var always = factorials[a] + factorials[b] + factorials[items - a] + factorials[items - b] - factorials[items];
        var sum = 0.0;
        for (var n = Math.Max(1, a + b - items); n <= Math.Min(a, b); n++)
        {
            var likelihood = always - factorials[n] - factorials[a - n] - factorials[b - n] - factorials[items - a - b + n];
            sum += Term(n, a, b, items) * Math.Exp(likelihood);
        }

        return sum;
    }

    private static double Term(int shared, int a, int b, int items) =>
        (double)shared / items * Math.Log((double)items * shared / ((double)a * b));

    private static double Entropy(int[] sizes, int items) => -sizes.Sum(size => (double)size / items * Math.Log((double)size / items));

    private static double[] LogFactorials(int largest)
    {
        var logs = new double[largest + 1];
        for (var i = 2; i <= largest; i++)
        {
            logs[i] = logs[i - 1] + Math.Log(i);
        }

        return logs;
    }
}
