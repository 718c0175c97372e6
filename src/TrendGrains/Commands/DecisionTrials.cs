using TrendGrains.Abstractions.ModelWorkers;
using TrendGrains.Inference.Catalog;
using TrendGrains.Inference.Evaluation;
using TrendGrains.Inference.Scoring;
using TrendGrains.Reading.Decisions;
using TrendGrains.Reading.Signals;

namespace TrendGrains.Commands;

/// <summary>Decisions made as a platform makes them, one after another on one core, each by the model that may see the page.</summary>
internal static class DecisionTrials
{
    /// <param name="pages">Of each the name of the model's files without suffix (null: the model that is shipped) and its signals.</param>
    /// <returns>A decision a page, in order; null for one without signals. What each took, reasons included.</returns>
    public static async Task<(PageDecision?[] Decisions, double[] Milliseconds)> DecideAsync(
        string task, IReadOnlyList<(string? Part, PageSignals? Signals)> pages, CancellationToken cancellationToken)
    {
        var entry = Entry(task);
        var (decisions, milliseconds) = (new PageDecision?[pages.Count], new double[pages.Count]);
        foreach (var part in Enumerable.Range(0, pages.Count).GroupBy(i => pages[i].Part))
        {
            using var model = FeatureModel.Open(entry, file: part.Key is null ? null : $"{part.Key}.onnx");
            var decider = new PageDecider(entry, (rows, _) => Task.FromResult(new ScoreResult(entry.Name, entry.Version, [.. entry.Labels], model.Score(rows))));
            await decider.DecideAsync([pages[part.First()].Signals], cancellationToken);
            foreach (var i in part)
            {
                var began = TimeProvider.System.GetTimestamp();
                decisions[i] = (await decider.DecideAsync([pages[i].Signals], cancellationToken))[0];
                milliseconds[i] = TimeProvider.System.GetElapsedTime(began).TotalMilliseconds;
            }
        }

        return (decisions, milliseconds);
    }

    /// <summary>A model over signals beside others on the same rows; what it takes to read the page is not counted.</summary>
    /// <param name="part">The name of the model's files that may see a row, without suffix; null: the model that is shipped.</param>
    public static ComparedModel Compared(ModelEntry entry, Func<LabelledText, string?> part, Func<LabelledText, PageSignals?> signals)
    {
        var opened = new Dictionary<string, FeatureModel>();
        var features = SignalNames.For(entry);
        var decider = new PageDecider(entry, (_, _) => throw new InvalidOperationException("Nothing is decided here but by scores given."));
        return new ComparedModel(entry.Name, (row, _) =>
        {
            var file = part(row);
            if (!opened.TryGetValue(file ?? "", out var model))
            {
                opened[file ?? ""] = model = FeatureModel.Open(entry, file: file is null ? null : $"{file}.onnx");
            }

            float[]?[] scores = [signals(row) is { } seen ? model.Score(seen.Row(features), 1) : null];
            return Task.FromResult(new ClassifyResult(entry.Name, entry.Version, [.. entry.Labels], scores, scores[0] is null ? [new RowFault(0, "nothing in it could be read")] : []));
        })
        {
            Read = result => decider.Said(result.Scores[0]!) is var said ? (result.Labels[said], result.Scores[0]![said]) : default,
        };
    }

    public static ModelEntry Entry(string task) =>
        ModelCatalog.Load(ModelsFolder.Find()).FirstOrDefault(m => m.Task == task) ?? throw new ModelCatalogException($"The catalog lists no model for the task '{task}'.");
}
