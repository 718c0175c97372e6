using TrendGrains.Inference;
using TrendGrains.Inference.Catalog;

namespace TrendGrains.Reading.Decisions;

/// <summary>Deciders over the models that this process serves.</summary>
public static class ServedDeciders
{
    /// <exception cref="ModelCatalogException">No model is listed for the task.</exception>
    public static PageDecider Of(ModelWorkers workers, string task)
    {
        var model = workers.ForTask(task) ?? throw new ModelCatalogException($"The catalog lists no model for the task '{task}'.");
        return new PageDecider(model, (rows, cancellationToken) => workers.ScoreAsync(model.Name, rows, cancellationToken), versions: version => workers.Versions.Find(model.Name, version));
    }
}
