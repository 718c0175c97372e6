using TrendGrains.Inference;
using TrendGrains.Inference.Evaluation.Meaning;

namespace TrendGrains.Meaning;

/// <summary>One embedding model asked for all that is measured.</summary>
internal sealed class MeaningTrials(ModelWorkers workers, string model)
{
    private const int BatchSize = 256;
    private const int Timed = 500;

    public async Task<List<MeaningFigure>> MeasureAsync(IEnumerable<MeaningSet> sets, StorySet? stories, CancellationToken cancellationToken)
    {
        var figures = new List<MeaningFigure>();
        foreach (var set in sets)
        {
            var (left, right) = (await EmbedAsync(set.Left, cancellationToken), await EmbedAsync(set.Right, cancellationToken));
            if (set.Scores is { } scores)
            {
                figures.Add(MeaningScore.Similarity(set.Name, left, right, scores));
            }
            else
            {
                figures.AddRange(MeaningScore.Translation(set.Name, left, right));
            }
        }

        if (stories is not null)
        {
            figures.AddRange(MeaningScore.Stories(stories.Name, await EmbedAsync(stories.Texts, cancellationToken), stories.Stories));
        }

        return figures;
    }

    /// <summary>Pairs whose cosine ranks furthest from where people put them, the worst first.</summary>
    public async Task<List<MeaningMistake>> MistakesAsync(MeaningSet set, int most, CancellationToken cancellationToken)
    {
        var (left, right) = (await EmbedAsync(set.Left, cancellationToken), await EmbedAsync(set.Right, cancellationToken));
        if (set.Scores is not { } scores)
        {
            var nearest = MeaningScore.Nearest(left, right);
            return [.. nearest.Index().Where(n => n.Item != n.Index).OrderByDescending(n => MeaningScore.Cosine(left[n.Index], right[n.Item]) - MeaningScore.Cosine(left[n.Index], right[n.Index]))
                .Take(most).Select(n => new MeaningMistake(set.Left[n.Index], set.Right[n.Item], MeaningScore.Cosine(left[n.Index], right[n.Item]), null))];
        }

        double[] cosines = [.. left.Zip(right, MeaningScore.Cosine)];
        return [.. Enumerable.Range(0, cosines.Length).OrderByDescending(i => Math.Abs(Share(cosines, i) - Share(scores, i))).Take(most)
            .Select(i => new MeaningMistake(set.Left[i], set.Right[i], cosines[i], scores[i]))];
    }

    /// <summary>A text at a time, after a warm-up.</summary>
    public async Task<List<double>> TimeAsync(IReadOnlyList<string> texts, CancellationToken cancellationToken)
    {
        await EmbedAsync([.. texts.Take(BatchSize)], cancellationToken);
        var milliseconds = new List<double>();
        // Each text with a mark of its own, or the cache of results would answer.
        foreach (var text in texts.Take(Timed).Select((t, i) => $"{t} {i}"))
        {
            var started = TimeProvider.System.GetTimestamp();
            await workers.EmbedAsync(model, [text], cancellationToken);
            milliseconds.Add(TimeProvider.System.GetElapsedTime(started).TotalMilliseconds);
        }

        return milliseconds;
    }

    private async Task<float[][]> EmbedAsync(IReadOnlyList<string> texts, CancellationToken cancellationToken)
    {
        var vectors = new List<float[]>(texts.Count);
        foreach (var batch in texts.Chunk(BatchSize))
        {
            vectors.AddRange((await workers.EmbedAsync(model, batch, cancellationToken)).All());
        }

        return [.. vectors];
    }

    private static double Share(IReadOnlyList<double> values, int at) => values.Count(v => v < values[at]) / (double)values.Count;
}

/// <summary>Two texts that the model places wrongly.</summary>
/// <param name="Score">What people said; null where the texts are no translations of each other and the model took them for it.</param>
internal sealed record MeaningMistake(string Left, string Right, double Cosine, double? Score);
