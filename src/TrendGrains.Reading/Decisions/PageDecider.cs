using TrendGrains.Abstractions.ModelWorkers;
using TrendGrains.Inference;
using TrendGrains.Inference.Catalog;
using TrendGrains.Reading.Signals;

namespace TrendGrains.Reading.Decisions;

/// <summary>
/// One task's decisions: signals to rows, scores to labels, and what weighed most. What weighed is asked of the model itself: each signal
/// that differs from what is usual is set to the usual, and the sooner the label's probability falls, the more the signal weighed. Where all
/// that stands out says the same and no one signal is missed, each is asked what it says by itself.
/// </summary>
/// <param name="model">Of the catalog; its features are signals.</param>
/// <param name="score">Runs rows through the model, wherever it is served.</param>
/// <param name="explain">The same for rows that only tell what weighed, which are many; null where they take the same way.</param>
public sealed class PageDecider(
    ModelEntry model, Func<float[][], CancellationToken, Task<ScoreResult>> score, Func<float[][], CancellationToken, Task<ScoreResult>>? explain = null)
{
    /// <summary>Rows of one call, as a model worker takes them.</summary>
    private const int MostRows = ModelWorkers.MostRows;

    private const int MostReasons = 3;

    /// <summary>Less than this in log odds is no reason.</summary>
    private const double LeastWeight = 0.02;

    private readonly Signal[] features = SignalNames.For(model);

    public string Task => model.Task;

    /// <summary>One decision for each page, in order; null for one without signals.</summary>
    public async Task<PageDecision?[]> DecideAsync(IReadOnlyList<PageSignals?> pages, CancellationToken cancellationToken)
    {
        var decisions = new PageDecision?[pages.Count];
        var places = Enumerable.Range(0, pages.Count).Where(i => pages[i] is not null).ToArray();
        var rows = Array.ConvertAll(places, i => pages[i]!.Row(features));
        var (scores, versions) = await ScoreAsync(score, rows, cancellationToken).ConfigureAwait(false);
        var said = Array.ConvertAll(scores, Said);
        var why = await ExplainAsync(rows, scores, said, cancellationToken).ConfigureAwait(false);
        for (var i = 0; i < places.Length; i++)
        {
            decisions[places[i]] = new PageDecision(model.Task, model.Labels[said[i]], scores[i][said[i]], versions[i], why[i]) { Scores = scores[i] };
        }
        return decisions;
    }

    /// <summary>The first label whose threshold is reached; without thresholds, or where none is, the likeliest of those that have none.</summary>
    public int Said(float[] scores)
    {
        var best = -1;
        for (var i = 0; i < scores.Length; i++)
        {
            if (model.Thresholds.TryGetValue(model.Labels[i], out var threshold))
            {
                if (scores[i] >= threshold)
                {
                    return i;
                }
            }
            else if (best < 0 || scores[i] > scores[best])
            {
                best = i;
            }
        }
        return Math.Max(best, 0);
    }

    private static async Task<(float[][] Scores, List<string> Versions)> ScoreAsync(
        Func<float[][], CancellationToken, Task<ScoreResult>> run, IReadOnlyList<float[]> rows, CancellationToken cancellationToken)
    {
        var scores = new List<float[]>(rows.Count);
        var versions = new List<string>(rows.Count);
        foreach (var chunk in rows.Chunk(MostRows))
        {
            var result = await run(chunk, cancellationToken).ConfigureAwait(false);
            versions.AddRange(result.Scores.Select((_, row) => result.VersionOf(row)));
            scores.AddRange(result.Scores);
        }
        return ([.. scores], versions);
    }

    private async Task<string[][]> ExplainAsync(float[][] rows, float[][] scores, int[] said, CancellationToken cancellationToken)
    {
        var why = Array.ConvertAll(rows, _ => Array.Empty<string>());
        if (model.Typical.Count == 0)
        {
            return why;
        }
        try
        {
            await ExplainAsync(why, rows, scores, said, (row, i) => row[i] != model.Typical[i] ? model.Typical[i] : null, cancellationToken).ConfigureAwait(false);
            if (model.Marked.Count > 0 && why.Any(w => w.Length < MostReasons))
            {
                // Nothing stands out: then what is absent weighed.
                await ExplainAsync(why, rows, scores, said, (row, i) => row[i] == model.Typical[i] && row[i] != model.Marked[i] ? model.Marked[i] : null, cancellationToken).ConfigureAwait(false);
            }
            if (why.Any(w => w.Length == 0))
            {
                await ExplainAloneAsync(why, rows, said, cancellationToken).ConfigureAwait(false);
            }
        }
        catch (Exception error) when (error is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            // A decision with fewer reasons is worth more than none.
            _ = error;
        }
        return why;
    }

    private async Task ExplainAsync(
        string[][] why, float[][] rows, float[][] scores, int[] said, Func<float[], int, float?> other, CancellationToken cancellationToken)
    {
        var trials = new List<float[]>();
        var of = new List<(int Row, int Feature)>();
        for (var row = 0; row < rows.Length; row++)
        {
            for (var feature = 0; feature < features.Length && why[row].Length < MostReasons; feature++)
            {
                if (SignalSentences.Has(features[feature]) && other(rows[row], feature) is { } value)
                {
                    var changed = (float[])rows[row].Clone();
                    changed[feature] = value;
                    trials.Add(changed);
                    of.Add((row, feature));
                }
            }
        }
        var (changedScores, _) = await ScoreAsync(explain ?? score, trials, cancellationToken).ConfigureAwait(false);
        var weights = of.Select((o, i) => (o.Row, o.Feature, Weight: LogOdds(scores[o.Row][said[o.Row]]) - LogOdds(changedScores[i][said[o.Row]])));
        foreach (var ofRow in weights.Where(w => w.Weight > LeastWeight).GroupBy(w => w.Row))
        {
            why[ofRow.Key] = [.. why[ofRow.Key], .. ofRow.OrderByDescending(w => w.Weight).ThenBy(w => w.Feature).Take(MostReasons - why[ofRow.Key].Length)
                .Select(w => SignalSentences.Of(features[w.Feature], rows[w.Row][w.Feature]))];
        }
    }

    /// <summary>Where several signals say the same, none is missed: then what each would say to a usual page by itself.</summary>
    private async Task ExplainAloneAsync(string[][] why, float[][] rows, int[] said, CancellationToken cancellationToken)
    {
        float[] usual = [.. model.Typical];
        var trials = new List<float[]> { usual };
        var of = new List<(int Row, int Feature)>();
        for (var row = 0; row < rows.Length; row++)
        {
            for (var feature = 0; feature < features.Length && why[row].Length == 0; feature++)
            {
                if (SignalSentences.Has(features[feature]) && rows[row][feature] != usual[feature])
                {
                    var changed = (float[])usual.Clone();
                    changed[feature] = rows[row][feature];
                    trials.Add(changed);
                    of.Add((row, feature));
                }
            }
        }
        var (scores, _) = await ScoreAsync(explain ?? score, trials, cancellationToken).ConfigureAwait(false);
        var weights = of.Select((o, i) => (o.Row, o.Feature, Weight: LogOdds(scores[i + 1][said[o.Row]]) - LogOdds(scores[0][said[o.Row]])));
        foreach (var ofRow in weights.Where(w => w.Weight > LeastWeight).GroupBy(w => w.Row))
        {
            why[ofRow.Key] = [.. ofRow.OrderByDescending(w => w.Weight).ThenBy(w => w.Feature).Take(MostReasons)
                .Select(w => SignalSentences.Of(features[w.Feature], rows[w.Row][w.Feature]))];
        }
    }

    private static double LogOdds(double probability)
    {
        var inside = Math.Clamp(probability, 1e-6, 1 - 1e-6);
        return Math.Log(inside / (1 - inside));
    }
}
