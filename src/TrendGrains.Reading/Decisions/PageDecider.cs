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
/// <param name="versions">Another version of the model that may have answered, by whose thresholds its answers are judged; null where there is none.</param>
public sealed class PageDecider(
    ModelEntry model,
    Func<float[][], CancellationToken, Task<ScoreResult>> score,
    Func<float[][], CancellationToken, Task<ScoreResult>>? explain = null,
    Func<string, ModelEntry?>? versions = null)
{
    /// <summary>Rows of one call, as a model worker takes them.</summary>
    private const int MostRows = ModelWorkers.MostRows;

    private const int MostReasons = 3;

    /// <summary>Less than this in log odds is no reason.</summary>
    private const double LeastWeight = 0.02;

    private readonly Signal[] features = SignalNames.For(model);

    public string Task => model.Task;

    /// <summary>One decision for each page, in order; null for one without signals.</summary>
    /// <exception cref="InvalidOperationException">The model has no answer for a page.</exception>
    public async Task<PageDecision?[]> DecideAsync(IReadOnlyList<PageSignals?> pages, CancellationToken cancellationToken) =>
        Array.ConvertAll(await TryDecideAsync(pages, cancellationToken).ConfigureAwait(false), d => d.Fault is null ? d.Decision : throw new InvalidOperationException(d.Fault));

    /// <summary>For each page, in order, a decision, or why the model made none; neither for one without signals.</summary>
    public async Task<TriedDecision[]> TryDecideAsync(IReadOnlyList<PageSignals?> pages, CancellationToken cancellationToken)
    {
        var decisions = new TriedDecision[pages.Count];
        var places = Enumerable.Range(0, pages.Count).Where(i => pages[i] is not null).ToArray();
        var answers = await ScoreAsync(score, Array.ConvertAll(places, i => pages[i]!.Row(features)), cancellationToken).ConfigureAwait(false);
        var asked = new List<Asked>(places.Length);
        for (var i = 0; i < places.Length; i++)
        {
            if (answers[i].Scores is { } scores)
            {
                var said = Said(scores, versions?.Invoke(answers[i].Version) ?? model);
                asked.Add(new Asked(places[i], answers[i].Row, scores, said, answers[i].Version));
            }
            else
            {
                decisions[places[i]] = new TriedDecision(null, answers[i].Fault);
            }
        }

        // Reasons are told by the live version, so only of what it said itself.
        await ExplainAsync(asked.Where(a => a.Version == model.Version).ToArray(), cancellationToken).ConfigureAwait(false);
        foreach (var page in asked)
        {
            decisions[page.Place] = new TriedDecision(
                new PageDecision(model.Task, model.Labels[page.Said], page.Scores[page.Said], page.Version, page.Why) { Scores = page.Scores }, null);
        }
        return decisions;
    }

    /// <summary>The first label whose threshold is reached; without thresholds, or where none is, the likeliest of those that have none.</summary>
    public int Said(float[] scores) => Said(scores, model);

    private static int Said(float[] scores, ModelEntry version)
    {
        var best = -1;
        for (var i = 0; i < scores.Length; i++)
        {
            if (version.Thresholds.TryGetValue(version.Labels[i], out var threshold))
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

    private static async Task<List<Answer>> ScoreAsync(
        Func<float[][], CancellationToken, Task<ScoreResult>> run, IReadOnlyList<float[]> rows, CancellationToken cancellationToken)
    {
        var answers = new List<Answer>(rows.Count);
        foreach (var chunk in rows.Chunk(MostRows))
        {
            var result = await run(chunk, cancellationToken).ConfigureAwait(false);
            answers.AddRange(result.Scores.Select((scores, i) =>
                new Answer(chunk[i], scores, result.VersionOf(i), scores is null ? RowFault.ReasonOf(result.Faults, i, result.Model) : null)));
        }
        return answers;
    }

    private async Task ExplainAsync(Asked[] pages, CancellationToken cancellationToken)
    {
        if (model.Typical.Count == 0)
        {
            return;
        }
        try
        {
            await ExplainAsync(pages, (row, i) => row[i] != model.Typical[i] ? model.Typical[i] : null, cancellationToken).ConfigureAwait(false);
            if (model.Marked.Count > 0 && Array.Exists(pages, p => p.Why.Length < MostReasons))
            {
                // Nothing stands out: then what is absent weighed.
                await ExplainAsync(pages, (row, i) => row[i] == model.Typical[i] && row[i] != model.Marked[i] ? model.Marked[i] : null, cancellationToken).ConfigureAwait(false);
            }
            if (Array.Exists(pages, p => p.Why.Length == 0))
            {
                await ExplainAloneAsync(pages, cancellationToken).ConfigureAwait(false);
            }
        }
        catch (Exception error) when (error is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            // A decision with fewer reasons is worth more than none.
            _ = error;
        }
    }

    private async Task ExplainAsync(Asked[] pages, Func<float[], int, float?> other, CancellationToken cancellationToken)
    {
        var trials = new List<float[]>();
        var of = new List<(Asked Page, int Feature)>();
        foreach (var page in pages)
        {
            for (var feature = 0; feature < features.Length && page.Why.Length < MostReasons; feature++)
            {
                if (SignalSentences.Has(features[feature]) && other(page.Row, feature) is { } value)
                {
                    var changed = (float[])page.Row.Clone();
                    changed[feature] = value;
                    trials.Add(changed);
                    of.Add((page, feature));
                }
            }
        }
        var answers = await ScoreAsync(explain ?? score, trials, cancellationToken).ConfigureAwait(false);
        Tell(of.Zip(answers)
            .Where(o => IsLive(o.Second))
            .Select(o => (o.First.Page, o.First.Feature, LogOdds(o.First.Page.Score) - LogOdds(o.Second.Scores![o.First.Page.Said]))));
    }

    /// <summary>Where several signals say the same, none is missed: then what each would say to a usual page by itself.</summary>
    private async Task ExplainAloneAsync(Asked[] pages, CancellationToken cancellationToken)
    {
        float[] usual = [.. model.Typical];
        var trials = new List<float[]> { usual };
        var of = new List<(Asked Page, int Feature)>();
        foreach (var page in pages)
        {
            for (var feature = 0; feature < features.Length && page.Why.Length == 0; feature++)
            {
                if (SignalSentences.Has(features[feature]) && page.Row[feature] != usual[feature])
                {
                    var changed = (float[])usual.Clone();
                    changed[feature] = page.Row[feature];
                    trials.Add(changed);
                    of.Add((page, feature));
                }
            }
        }
        var answers = await ScoreAsync(explain ?? score, trials, cancellationToken).ConfigureAwait(false);
        if (IsLive(answers[0]))
        {
            Tell(of.Zip(answers.Skip(1))
                .Where(o => IsLive(o.Second))
                .Select(o => (o.First.Page, o.First.Feature, LogOdds(o.Second.Scores![o.First.Page.Said]) - LogOdds(answers[0].Scores![o.First.Page.Said]))));
        }
    }

    /// <summary>Adds the weightiest of what weighed to each page's reasons.</summary>
    private void Tell(IEnumerable<(Asked Page, int Feature, double Weight)> weights)
    {
        foreach (var ofPage in weights.Where(w => w.Weight > LeastWeight).GroupBy(w => w.Page).ToArray())
        {
            var page = ofPage.Key;
            page.Why = [.. page.Why, .. ofPage.OrderByDescending(w => w.Weight).ThenBy(w => w.Feature).Take(MostReasons - page.Why.Length)
                .Select(w => SignalSentences.Of(features[w.Feature], page.Row[w.Feature]))];
        }
    }

    /// <summary>A version on trial answers a part of whatever is asked; its scores say nothing of why the live one said something.</summary>
    private bool IsLive(Answer answer) => answer.Scores is not null && answer.Version == model.Version;

    private static double LogOdds(double probability)
    {
        var inside = Math.Clamp(probability, 1e-6, 1 - 1e-6);
        return Math.Log(inside / (1 - inside));
    }

    private readonly record struct Answer(float[] Row, float[]? Scores, string Version, string? Fault);

    /// <summary>A page that the model answered.</summary>
    private sealed class Asked(int place, float[] row, float[] scores, int said, string version)
    {
        public int Place => place;

        public float[] Row => row;

        public float[] Scores => scores;

        public int Said => said;

        public float Score => scores[said];

        public string Version => version;

        public string[] Why { get; set; } = [];
    }
}

/// <summary>What became of a page: a decision, or why there is none.</summary>
public readonly record struct TriedDecision(PageDecision? Decision, string? Fault);
