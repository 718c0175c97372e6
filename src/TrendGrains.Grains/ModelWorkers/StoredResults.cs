using TrendGrains.Inference.Caching;
using TrendGrains.Storage.Learned;

namespace TrendGrains.Grains.ModelWorkers;

/// <summary>Results of costly models, kept in <c>model_runs</c>.</summary>
internal sealed class StoredResults(ModelRunStore runs) : IResultStore
{
    public Task<float[]?[]> FindAsync(string model, string version, IReadOnlyList<Guid> contents, CancellationToken cancellationToken) =>
        runs.FindAsync(model, version, [.. contents], cancellationToken);

    public Task KeepAsync(string model, string version, IReadOnlyList<KeyValuePair<Guid, float[]>> results, CancellationToken cancellationToken) =>
        runs.KeepAsync(model, version, results, cancellationToken);
}
