using TrendGrains.Text;
using TrendGrains.Text.Counting;
using TrendGrains.Trends.Clustering;

namespace TrendGrains.Benchmarks.Baselines;

/// <summary>
/// The usual recipe (Salton and Buckley, Term-weighting approaches in automatic text retrieval, 1988): 1 + ln tf, smoothed idf over the whole
/// corpus, cosine. The terms are the product's own, stemmed, so that what is compared is the grouping and not the stemming; and the
/// document frequencies are known before the first item, which a stream cannot know.
/// </summary>
internal static class TfIdf
{
    public static TermVector[] Of(IReadOnlyList<StoryItem> items)
    {
        var counts = items.Select(Counts).ToArray();
        var documents = counts.SelectMany(c => c.Keys).CountBy(t => t).ToDictionary();
        return Array.ConvertAll(counts, c => Vector(c, documents, items.Count));
    }

    private static Dictionary<uint, int> Counts(StoryItem item)
    {
        var terms = new List<Term>();
        TermReader.Read(TextNormalizer.Compose($"{item.Title}\n{item.Text}"), terms);
        return terms.CountBy(t => t.Key).ToDictionary();
    }

    private static TermVector Vector(Dictionary<uint, int> counts, Dictionary<uint, int> documents, int items)
    {
        uint[] terms = [.. counts.Keys.Order()];
        return new TermVector(terms, Array.ConvertAll(terms, t =>
            (float)((1 + Math.Log(counts[t])) * (1 + Math.Log((1.0 + items) / (1.0 + documents[t]))))));
    }
}
