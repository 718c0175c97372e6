using System.Collections.Concurrent;
using TrendGrains.Abstractions.ModelWorkers;

namespace TrendGrains.Grains.Ingest;

/// <summary>How near texts are to what sources should be about. The vector of a focus is asked for once for each wording and version of the model.</summary>
internal sealed class FocusVectors
{
    /// <summary>Wordings are few; a process that has seen more starts over.</summary>
    private const int Most = 1000;

    private readonly ConcurrentDictionary<(string Focus, string Version), float[]> vectors = new();

    /// <summary>The relevance of each text, 0…1, null for one without a vector; null when the model became another meanwhile.</summary>
    /// <exception cref="ModelBusyException">The model's queue is full.</exception>
    public async Task<double?[]?> WeighAsync(string focus, string[] texts, IGrainFactory grains, CancellationToken cancellationToken)
    {
        var answer = await grains.GetGrain<IModelWorkerGrain>(EmbeddingSpace.Model).EmbedAsync(new EmbedBatch(texts), cancellationToken);
        return await GetAsync(focus, answer.Version, grains, cancellationToken) is { } vector
            ? Array.ConvertAll(answer.Vectors, v => v is null ? null : (double?)Relevance.Of(v, vector))
            : null;
    }

    /// <summary>The focus in the space of a version; null when the model has become another since.</summary>
    public async Task<float[]?> GetAsync(string focus, string version, IGrainFactory grains, CancellationToken cancellationToken)
    {
        if (vectors.TryGetValue((focus, version), out var known))
        {
            return known;
        }

        var answer = await grains.GetGrain<IModelWorkerGrain>(EmbeddingSpace.Model).EmbedAsync(new EmbedBatch([focus]), cancellationToken);
        if (vectors.Count >= Most)
        {
            vectors.Clear();
        }

        var made = answer.All()[0];
        vectors[(focus, answer.Version)] = made;
        return answer.Version == version ? made : null;
    }
}
