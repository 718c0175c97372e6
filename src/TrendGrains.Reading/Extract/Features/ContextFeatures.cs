namespace TrendGrains.Reading.Extract.Features;

/// <summary>What the first model thinks of the blocks around a block: the second model's eyes. models/train/block_content.py computes the same numbers.</summary>
internal static class ContextFeatures
{
    private static readonly int[] steps = [-3, -2, -1, 1, 2, 3];
    private static readonly int[] reaches = [5, 15];

    /// <summary>From this score, and with this many words, a block is content for sure.</summary>
    private const double Sure = 0.5;

    private const int SureWords = 10;
    private const int Far = 100;

    public static readonly string[] Names =
    [
        "score.self", .. steps.Select(s => $"score.next{s}"), .. Enumerable.Range(0, PageLayout.Levels).Select(l => $"score.box{l}"), "score.style", "score.path", "score.page",
        "score.page_max", "score.page_over", .. reaches.Select(r => $"score.within{r}"), "score.before", "score.from_last", "score.to_next", "score.section", "score.heading", "score.below",
    ];

    /// <param name="scores">The first model's score of each block.</param>
    public static float[] Of(PageLayout page, ReadOnlySpan<float> scores)
    {
        var count = page.Blocks.Count;
        var rows = new float[count * Names.Length];
        var (sums, weights, over) = (new double[count + 1], new double[count + 1], new double[count + 1]);
        double highest = 0;
        for (var i = 0; i < count; i++)
        {
            double weight = page.Words[i] + 1;
            sums[i + 1] = sums[i] + scores[i] * weight;
            weights[i + 1] = weights[i] + weight;
            over[i + 1] = over[i] + (scores[i] > Sure ? weight : 0);
            highest = Math.Max(highest, scores[i]);
        }
        double Mean(int from, int to) => to > from ? (sums[to] - sums[from]) / Math.Max(weights[to] - weights[from], 1e-9) : 0;
        var (styles, paths) = (Means(page.Likeness.Styles, page.Words, scores), Means(page.Likeness.Paths, page.Words, scores));
        var (toNext, sections) = (ToNext(page, scores), Sections(page, sums, weights));
        var last = -1;
        for (var i = 0; i < count; i++)
        {
            var row = new RowWriter(rows.AsSpan(i * Names.Length, Names.Length));
            row.Add(scores[i]);
            foreach (var step in steps)
            {
                row.Add(i + step >= 0 && i + step < count ? scores[i + step] : -1.0);
            }
            for (var level = 0; level < PageLayout.Levels; level++)
            {
                var (first, end) = page.Range(page.Container(i, level));
                row.Add(Mean(first, end));
            }
            row.Add(styles[page.Likeness.Styles[i]]);
            row.Add(paths[page.Likeness.Paths[i]]);
            row.Add(Mean(0, count));
            row.Add(highest);
            row.Add(over[count] / weights[count]);
            foreach (var reach in reaches)
            {
                row.Add(Mean(Math.Max(0, i - reach), Math.Min(count, i + reach + 1)));
            }
            row.Add(over[i] / Math.Max(over[count], 1e-9));
            row.Add(last < 0 ? -1 : Math.Min(i - last, Far));
            row.Add(toNext[i]);
            var heading = page.Headings[i];
            row.Add(heading < 0 ? -1.0 : sections[heading]);
            row.Add(heading < 0 ? -1.0 : scores[heading]);
            row.Add(page.Blocks[i].Kind == BlockKind.Heading ? sections[i] : -1.0);
            last = scores[i] > Sure && page.Words[i] >= SureWords ? i : last;
        }
        return rows;
    }

    /// <summary>Blocks to the next sure one; −1 where none follows.</summary>
    private static int[] ToNext(PageLayout page, ReadOnlySpan<float> scores)
    {
        var distances = new int[scores.Length];
        var next = -1;
        for (var i = scores.Length - 1; i >= 0; i--)
        {
            distances[i] = next < 0 ? -1 : Math.Min(next - i, Far);
            next = scores[i] > Sure && page.Words[i] >= SureWords ? i : next;
        }
        return distances;
    }

    /// <summary>For each heading, what stands between it and the next on the whole; −1 where nothing does.</summary>
    private static double[] Sections(PageLayout page, double[] sums, double[] weights)
    {
        var sections = new double[page.Blocks.Count];
        var next = page.Blocks.Count;
        for (var i = page.Blocks.Count - 1; i >= 0; i--)
        {
            if (page.Blocks[i].Kind == BlockKind.Heading)
            {
                sections[i] = next > i + 1 ? (sums[next] - sums[i + 1]) / (weights[next] - weights[i + 1]) : -1;
                next = i;
            }
        }
        return sections;
    }

    private static double[] Means(int[] groups, int[] words, ReadOnlySpan<float> scores)
    {
        var (sums, weights) = (new double[groups.Length], new double[groups.Length]);
        for (var i = 0; i < groups.Length; i++)
        {
            sums[groups[i]] += scores[i] * (words[i] + 1.0);
            weights[groups[i]] += words[i] + 1.0;
        }
        for (var i = 0; i < groups.Length; i++)
        {
            sums[i] /= Math.Max(weights[i], 1e-9);
        }
        return sums;
    }
}
