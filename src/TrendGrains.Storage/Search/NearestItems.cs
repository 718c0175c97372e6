using Microsoft.EntityFrameworkCore;
using Pgvector.EntityFrameworkCore;

namespace TrendGrains.Storage.Search;

/// <summary>Items whose text means nearly the same, by cosine distance over an HNSW index.</summary>
public sealed class NearestItems(IDbContextFactory<TrendGrainsContext> contexts)
{
    /// <summary>Candidates that the index looks at; recall against time (pgvector's hnsw.ef_search, 1…1000).</summary>
    private const int Candidates = 100;

    private const int MostCandidates = 1000;

    /// <param name="vector">128 elements; length does not matter, direction does.</param>
    /// <param name="k">1…1000.</param>
    /// <param name="language">Only items of this language; null for all.</param>
    /// <returns>Nearest first; distance 0 (same direction) … 2 (opposite).</returns>
    /// <exception cref="ArgumentException">The vector is of another space, or not finite.</exception>
    public async Task<IReadOnlyList<NearItem>> FindAsync(float[] vector, int k, string? language, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(k, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(k, MostCandidates);
        var query = HalfVectors.From(vector) ?? throw new ArgumentException("The vector has an element that is not a finite half.", nameof(vector));

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);

        // For this transaction alone. A filter is applied behind the index, which goes on until it has enough (pgvector 0.8). In strict
        // order it would leave out what it comes upon late, in relaxed order that is only out of place, and sorted here.
        var candidates = Math.Min(MostCandidates, Math.Max(Candidates, 2 * k)).ToString(System.Globalization.CultureInfo.InvariantCulture);
        await context.Database.ExecuteSqlAsync(
            $"SELECT set_config('hnsw.ef_search', {candidates}, true), set_config('hnsw.iterative_scan', 'relaxed_order', true)",
            cancellationToken);
        var found = await context.TextVectors
            .Where(v => language == null || v.Language == language)
            .OrderBy(v => v.Embedding.CosineDistance(query))
            .Take(k)
            .Select(v => new NearItem(v.ItemId, v.Embedding.CosineDistance(query)))
            .ToListAsync(cancellationToken);
        return [.. found.OrderBy(f => f.Distance)];
    }
}

/// <param name="Distance">Cosine distance, 0…2.</param>
public sealed record NearItem(Guid ItemId, double Distance);
