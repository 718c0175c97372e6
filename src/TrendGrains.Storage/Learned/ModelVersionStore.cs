using Microsoft.EntityFrameworkCore;

namespace TrendGrains.Storage.Learned;

/// <summary>Which versions of which models have been at work. The second durable point records those of its vectors by itself.</summary>
public sealed class ModelVersionStore(IDbContextFactory<TrendGrainsContext> contexts, TimeProvider clock)
{
    /// <summary>Records that a version was seen, unless it was before.</summary>
    public async Task RecordAsync(string model, string version, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await context.Database.ExecuteSqlAsync(
            $"INSERT INTO model_versions (model, version, first_seen) VALUES ({model}, {version}, {clock.GetUtcNow()}) ON CONFLICT DO NOTHING",
            cancellationToken);
    }

    /// <summary>By model, the newest version first.</summary>
    public async Task<IReadOnlyList<ModelVersionRow>> ListAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.ModelVersions.AsNoTracking().OrderBy(m => m.Model).ThenByDescending(m => m.FirstSeen).ToListAsync(cancellationToken);
    }
}
