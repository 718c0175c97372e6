namespace TrendGrains.Trends.Evaluation;

/// <summary>How many items each gold cluster shares with each predicted one: all that a comparison of two groupings needs to know.</summary>
internal sealed class Contingency
{
    private Contingency(int items, int[] gold, int[] predicted, (int Gold, int Predicted, int Items)[] cells) =>
        (Items, Gold, Predicted, Cells) = (items, gold, predicted, cells);

    public int Items { get; }

    /// <summary>Sizes of the gold clusters, in order of first appearance.</summary>
    public int[] Gold { get; }

    /// <summary>Sizes of the predicted clusters, in order of first appearance.</summary>
    public int[] Predicted { get; }

    /// <summary>Pairs of clusters that share items, as indexes into <see cref="Gold"/> and <see cref="Predicted"/>.</summary>
    public (int Gold, int Predicted, int Items)[] Cells { get; }

    /// <summary>True when both groupings are the same but for the clusters' names.</summary>
    public bool IsSame => Cells.Length == Gold.Length && Cells.Length == Predicted.Length;

    /// <summary>The same item stands at the same place in both lists.</summary>
    public static Contingency Of<TGold, TPredicted>(IReadOnlyList<TGold> gold, IReadOnlyList<TPredicted> predicted)
        where TGold : notnull
        where TPredicted : notnull
    {
        if (gold.Count != predicted.Count)
        {
            throw new ArgumentException($"{gold.Count} gold labels, {predicted.Count} predicted ones.", nameof(predicted));
        }

        var goldIndexes = new Dictionary<TGold, int>();
        var predictedIndexes = new Dictionary<TPredicted, int>();
        var shared = new Dictionary<(int, int), int>();
        for (var i = 0; i < gold.Count; i++)
        {
            var cell = (IndexOf(goldIndexes, gold[i]), IndexOf(predictedIndexes, predicted[i]));
            shared[cell] = shared.GetValueOrDefault(cell) + 1;
        }

        var (goldSizes, predictedSizes) = (new int[goldIndexes.Count], new int[predictedIndexes.Count]);
        foreach (var ((row, column), items) in shared)
        {
            goldSizes[row] += items;
            predictedSizes[column] += items;
        }

        return new Contingency(gold.Count, goldSizes, predictedSizes, [.. shared.Select(c => (c.Key.Item1, c.Key.Item2, c.Value))]);
    }

    private static int IndexOf<T>(Dictionary<T, int> indexes, T label)
        where T : notnull
    {
        if (!indexes.TryGetValue(label, out var index))
        {
            indexes[label] = index = indexes.Count;
        }

        return index;
    }
}
