using TrendGrains.Trends.Clustering;
using TrendGrains.Trends.Evaluation;

namespace TrendGrains.Benchmarks.Baselines;

internal enum Rival
{
    SinglePass,
    AverageLink,
    NeighbourGraph,
}

/// <summary>What every baseline makes of one corpus, at any threshold.</summary>
internal sealed class Rivals
{
    private readonly SimilarityMatrix similar;
    private readonly DateTimeOffset[] times;
    private readonly Lazy<AverageLink> averageLink;
    private readonly Lazy<NeighbourGraph> graph;

    public Rivals(GroupingCorpus corpus)
    {
        Corpus = corpus;
        similar = new SimilarityMatrix(TfIdf.Of(corpus.Items));
        times = Array.ConvertAll(corpus.Items, i => i.Time);
        averageLink = new(() => new AverageLink(similar));
        graph = new(() => new NeighbourGraph(similar));
    }

    public GroupingCorpus Corpus { get; }

    public static string NameOf(Rival rival) => rival switch
    {
        Rival.SinglePass => "TF-IDF single pass",
        Rival.AverageLink => "TF-IDF average link, whole corpus at once",
        _ => "TF-IDF k-NN graph, whole corpus at once",
    };

    /// <summary>What is tried to find the one that serves a baseline best.</summary>
    public static IEnumerable<Setting> SettingsOf(Rival rival) =>
        from threshold in Enumerable.Range(1, 49)
        from neighbours in rival == Rival.NeighbourGraph ? NeighbourGraph.Widths : [0]
        select new Setting(threshold * 0.02, neighbours);

    public GroupingScore Score(Rival rival, Setting setting) => GroupingScore.Of(Corpus.Gold, rival switch
    {
        Rival.SinglePass => SinglePass.Group(similar, times, new BoardOptions().Memory, setting.Threshold),
        Rival.AverageLink => averageLink.Value.Cut(setting.Threshold),
        _ => graph.Value.Cut(setting.Neighbours, setting.Threshold),
    });
}

/// <param name="Neighbours">For the graph alone.</param>
internal readonly record struct Setting(double Threshold, int Neighbours)
{
    public override string ToString() => string.Create(
        System.Globalization.CultureInfo.InvariantCulture, $"threshold {Threshold:0.00}{(Neighbours > 0 ? $", k {Neighbours}" : "")}");
}
