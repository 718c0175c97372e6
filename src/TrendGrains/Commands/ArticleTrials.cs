using TrendGrains.Abstractions.ModelWorkers;
using TrendGrains.Inference.Catalog;
using TrendGrains.Inference.Scoring;
using TrendGrains.Reading.Decisions;
using TrendGrains.Reading.Evaluation;
using TrendGrains.Reading.Signals;

namespace TrendGrains.Commands;

/// <summary>Article or not, decided as a platform decides it, by the model that may see each page.</summary>
internal static class ArticleTrials
{
    /// <summary>A decision a page, in order; null for one without signals.</summary>
    public static async Task<(PageDecision?[] Decisions, TimeSpan Spent)> DecideAsync(
        IReadOnlyList<(WcxbPage Page, PageSignals? Signals)> pages, EvaluationModels models, CancellationToken cancellationToken)
    {
        var entry = ModelCatalog.Load(ModelsFolder.Find()).FirstOrDefault(m => m.Task == DecisionTasks.Article)
            ?? throw new ModelCatalogException("The catalog lists no model for the task 'article'.");
        var decisions = new PageDecision?[pages.Count];
        var spent = TimeSpan.Zero;
        foreach (var part in Enumerable.Range(0, pages.Count).GroupBy(i => models.PartOf(pages[i].Page)))
        {
            using var model = FeatureModel.Open(entry, file: part.Key is null ? null : $"{part.Key}.onnx");
            var decider = new PageDecider(entry, (rows, _) => Task.FromResult(new ScoreResult(entry.Name, entry.Version, [.. entry.Labels], model.Score(rows))));
            var places = part.ToArray();
            var began = TimeProvider.System.GetTimestamp();
            var some = await decider.DecideAsync([.. places.Select(i => pages[i].Signals)], cancellationToken);
            spent += TimeProvider.System.GetElapsedTime(began);
            for (var i = 0; i < places.Length; i++)
            {
                decisions[places[i]] = some[i];
            }
        }

        return (decisions, spent);
    }
}
