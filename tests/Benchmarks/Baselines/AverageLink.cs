namespace TrendGrains.Benchmarks.Baselines;

/// <summary>
/// Average link (UPGMA, Sokal and Michener 1958) over the whole corpus at once, by nearest-neighbour chains (Murtagh, A survey of recent
/// advances in hierarchical clustering algorithms, 1983): the tree is built once and cut at any threshold.
/// </summary>
internal sealed class AverageLink
{
    private readonly int items;
    private readonly List<(int A, int B, float Similarity)> merges = [];

    public AverageLink(SimilarityMatrix similar)
    {
        items = similar.Count;
        var cells = similar.Copy();
        var sizes = Enumerable.Repeat(1, items).ToArray();
        var chain = new List<int>();
        for (var left = items; left > 1;)
        {
            if (chain.Count == 0)
            {
                chain.Add(Array.FindIndex(sizes, s => s > 0));
            }

            var top = chain[^1];
            var previous = chain.Count > 1 ? chain[^2] : -1;
            var (nearest, similarity) = Nearest(cells, sizes, top, previous);
            if (nearest != previous)
            {
                chain.Add(nearest);
                continue;
            }

            chain.RemoveRange(chain.Count - 2, 2);
            Merge(cells, sizes, top, nearest);
            merges.Add((top, nearest, similarity));
            left--;
        }
    }

    public int[] Cut(double threshold)
    {
        var roots = Enumerable.Range(0, items).ToArray();
        foreach (var (a, b, similarity) in merges)
        {
            if (similarity >= threshold)
            {
                roots[Root(roots, b)] = Root(roots, a);
            }
        }

        return [.. Enumerable.Range(0, items).Select(i => Root(roots, i))];
    }

    /// <summary>The one before in the chain wins a tie, or the chain would not end.</summary>
    private (int Cluster, float Similarity) Nearest(float[] cells, int[] sizes, int of, int previous)
    {
        var row = cells.AsSpan(of * items, items);
        var (best, similarity) = previous >= 0 ? (previous, row[previous]) : (-1, float.NegativeInfinity);
        for (var i = 0; i < items; i++)
        {
            if (sizes[i] > 0 && i != of && row[i] > similarity)
            {
                (best, similarity) = (i, row[i]);
            }
        }

        return (best, similarity);
    }

    /// <summary>The second becomes part of the first.</summary>
    private void Merge(float[] cells, int[] sizes, int a, int b)
    {
        for (var i = 0; i < items; i++)
        {
            var average = ((sizes[a] * cells[(a * items) + i]) + (sizes[b] * cells[(b * items) + i])) / (sizes[a] + sizes[b]);
            cells[(a * items) + i] = cells[(i * items) + a] = average;
        }

        (sizes[a], sizes[b]) = (sizes[a] + sizes[b], 0);
    }

    private static int Root(int[] roots, int item)
    {
        while (roots[item] != item)
        {
            item = roots[item] = roots[roots[item]];
        }

        return item;
    }
}
