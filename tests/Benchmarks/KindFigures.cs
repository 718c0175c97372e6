namespace TrendGrains.Benchmarks;

/// <summary>BCubed of the items of one kind: whom a grouping fails.</summary>
internal static class KindFigures
{
    /// <summary>Mean precision and recall for each kind, over all corpora, the kind with most items first.</summary>
    public static IEnumerable<(string Kind, int Items, double Precision, double Recall)> Of(IEnumerable<(GroupingCorpus Corpus, Guid[] Trends)> grouped) =>
        grouped.SelectMany(g => Items(g.Corpus, g.Trends)).GroupBy(i => i.Kind)
            .Select(k => (k.Key, k.Count(), k.Average(i => i.Precision), k.Average(i => i.Recall)))
            .OrderByDescending(k => k.Item2);

    private static IEnumerable<(string Kind, double Precision, double Recall)> Items(GroupingCorpus corpus, Guid[] trends)
    {
        var both = corpus.Gold.Zip(trends).CountBy(p => p).ToDictionary();
        var (stories, found) = (corpus.Gold.CountBy(g => g).ToDictionary(), trends.CountBy(t => t).ToDictionary());
        return corpus.Kinds.Select((kind, i) => (kind, (double)both[(corpus.Gold[i], trends[i])] / found[trends[i]], (double)both[(corpus.Gold[i], trends[i])] / stories[corpus.Gold[i]]));
    }
}
