using System.Globalization;
using TrendGrains.Text;
using TrendGrains.Text.Counting;

namespace TrendGrains.Inference.Summaries;

/// <summary>What the model <c>summary</c> knows of each sentence: where it stands, how it is written, how much of the text and of the title is in it.</summary>
public static class SentenceFeatures
{
    /// <summary>Documents that the weights of words pretend to have seen: those of text in general.</summary>
    private static readonly DocumentFrequencies background = new();

    /// <summary>In the order of a row; the catalog's entry lists the same.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        "position", "place", "place-from-end", "first", "in-block", "block-length", "block-place", "sentences",
        "characters", "terms", "length-to-mean", "fullness",
        "title-share", "title-recall", "title-cosine",
        "centrality", "centrality-rank", "likeness-to-text", "likeness-to-lead", "likeness-to-neighbours",
        "key-share", "key-recall", "mean-weight", "coverage",
        "numbers", "names", "quoted", "open-quote", "question", "exclamation",
        "starts-with-reference", "first-person", "has-end", "is-list-line", "link-like", "capitals", "hangul",
    ];

    internal static float[][] Of(string text, IReadOnlyList<DraftSentence> sentences, List<Term> title)
    {
        if (sentences.Count == 0)
        {
            return [];
        }
        var counts = new Dictionary<uint, int>();
        foreach (var term in sentences.SelectMany(s => s.Terms))
        {
            counts[term.Key] = counts.GetValueOrDefault(term.Key) + 1;
        }
        foreach (var sentence in sentences)
        {
            sentence.Vector = Vector(sentence.Terms);
        }
        var whole = Vector(counts);
        var words = new TextWords(counts, whole, Vector(title), [.. Keys(counts)]);
        var centrality = SentenceCentrality.Of([.. sentences.Select(s => s.Vector)]);
        var ranks = Ranks(centrality);
        var blocks = sentences.CountBy(s => s.Block).ToDictionary();
        var mean = sentences.Average(s => s.Terms.Count);
        var rows = new float[sentences.Count][];
        for (var i = 0; i < rows.Length; i++)
        {
            rows[i] = [.. Place(sentences, i, blocks), .. Length(sentences[i], mean), .. words.Of(sentences[i]), .. Links(sentences, i, whole, centrality[i], ranks[i])[..], .. words.Keys(sentences[i]), .. SentenceShape.Of(text, sentences[i])];
        }
        return rows;
    }

    private static float[] Place(IReadOnlyList<DraftSentence> sentences, int i, Dictionary<int, int> blocks)
    {
        var last = Math.Max(1, sentences.Count - 1);
        var size = blocks[sentences[i].Block];
        return
        [
            Math.Min(i, 50), (float)i / last, Math.Min(sentences.Count - 1 - i, 50), i == 0 ? 1 : 0, Math.Min(sentences[i].InBlock, 20), Math.Min(size, 30),
            (float)(sentences[i].Block - sentences[0].Block) / Math.Max(1, sentences[^1].Block - sentences[0].Block), Math.Min(sentences.Count, 100),
        ];
    }

    private static float[] Length(DraftSentence sentence, double mean) =>
    [
        Math.Min(sentence.Length, 600), Math.Min(sentence.Terms.Count, 60), (float)Math.Min(4, sentence.Terms.Count / Math.Max(1, mean)),
        sentence.Terms.Count == 0 ? 0 : (float)sentence.Vector.Terms.Length / sentence.Terms.Count,
    ];

    private static float[] Links(IReadOnlyList<DraftSentence> sentences, int i, TermVector whole, float centrality, float rank)
    {
        var own = sentences[i].Vector;
        var neighbours = (i > 0 ? TermVector.Cosine(own, sentences[i - 1].Vector) : 0) + (i + 1 < sentences.Count ? TermVector.Cosine(own, sentences[i + 1].Vector) : 0);
        return [centrality, rank, TermVector.Cosine(own, whole), i == 0 ? 1 : TermVector.Cosine(own, sentences[0].Vector), neighbours / 2];
    }

    /// <summary>The ten heaviest terms of the text that stand in it twice, or the heaviest there are.</summary>
    private static IEnumerable<uint> Keys(Dictionary<uint, int> counts) =>
        counts.OrderByDescending(c => (c.Value > 1 ? 1 : 0, c.Value * background.Idf(c.Key))).ThenBy(c => c.Key).Take(10).Select(c => c.Key);

    private static TermVector Vector(List<Term> terms)
    {
        var counts = new Dictionary<uint, int>();
        foreach (var term in terms)
        {
            counts[term.Key] = counts.GetValueOrDefault(term.Key) + 1;
        }
        return Vector(counts);
    }

    private static TermVector Vector(Dictionary<uint, int> counts)
    {
        var keys = counts.Keys.Order().ToArray();
        return new TermVector(keys, Array.ConvertAll(keys, key => (1 + MathF.Log2(counts[key])) * background.Idf(key)));
    }

    /// <summary>1 for the highest, 0 for the lowest.</summary>
    private static float[] Ranks(float[] values)
    {
        var order = Enumerable.Range(0, values.Length).OrderBy(i => values[i]).ThenByDescending(i => i).ToArray();
        var ranks = new float[values.Length];
        for (var i = 0; i < order.Length; i++)
        {
            ranks[order[i]] = (float)i / Math.Max(1, order.Length - 1);
        }
        return ranks;
    }

    /// <summary>The words of the whole text, of its title and its keys, and how much of them a sentence has.</summary>
    private sealed class TextWords(Dictionary<uint, int> counts, TermVector whole, TermVector title, HashSet<uint> keys)
    {
        private readonly HashSet<uint> titled = [.. title.Terms];
        private readonly float weight = whole.Weights.Sum();

        public float[] Of(DraftSentence sentence)
        {
            var shared = sentence.Vector.Terms.Count(titled.Contains);
            return [Share(shared, sentence.Vector.Terms.Length), Share(shared, titled.Count), TermVector.Cosine(sentence.Vector, title)];
        }

        public float[] Keys(DraftSentence sentence)
        {
            var terms = sentence.Vector.Terms;
            var shared = terms.Count(keys.Contains);
            var covered = terms.Sum(t => background.Idf(t) * (1 + MathF.Log2(counts.GetValueOrDefault(t, 1))));
            return [Share(shared, terms.Length), Share(shared, keys.Count), terms.Length == 0 ? 0 : terms.Average(background.Idf), weight > 0 ? covered / weight : 0];
        }

        private static float Share(int part, int all) => all == 0 ? 0 : (float)part / all;
    }
}
