namespace TrendGrains.Benchmarks.Baselines;

/// <summary>
/// A k-NN graph over the whole corpus (Jarvis and Patrick, Clustering using a similarity measure based on shared near neighbors, 1973): an edge
/// joins two items that are each among the other's k most alike and at least as alike as the threshold;
/// clusters are what hangs together.
/// </summary>
internal sealed class NeighbourGraph
{
    /// <summary>The k that are tried.</summary>
    public static readonly int[] Widths = [5, 10, 20];

    private readonly SimilarityMatrix similar;
    private readonly Dictionary<int, int>[] ranks;

    public NeighbourGraph(SimilarityMatrix similar)
    {
        this.similar = similar;
        ranks = [.. Enumerable.Range(0, similar.Count).Select(i => Ranks(similar, i))];
    }

    public int[] Cut(int neighbours, double threshold)
    {
        var clusters = new int[similar.Count];
        Array.Fill(clusters, -1);
        for (var i = 0; i < clusters.Length; i++)
        {
            if (clusters[i] < 0)
            {
                Spread(i, clusters, neighbours, threshold);
            }
        }

        return clusters;
    }

    private void Spread(int from, int[] clusters, int neighbours, double threshold)
    {
        var open = new Stack<int>([from]);
        clusters[from] = from;
        while (open.TryPop(out var item))
        {
            foreach (var (other, rank) in ranks[item])
            {
                if (clusters[other] < 0 && rank < neighbours && ranks[other].GetValueOrDefault(item, neighbours) < neighbours && similar[item][other] >= threshold)
                {
                    clusters[other] = from;
                    open.Push(other);
                }
            }
        }
    }

    private static Dictionary<int, int> Ranks(SimilarityMatrix similar, int item)
    {
        var row = similar[item].ToArray();
        return Enumerable.Range(0, row.Length).Where(i => i != item).OrderByDescending(i => row[i]).ThenBy(i => i).Take(Widths[^1])
            .Select((other, rank) => (other, rank)).ToDictionary();
    }
}
