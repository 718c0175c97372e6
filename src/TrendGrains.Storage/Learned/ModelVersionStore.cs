using Microsoft.EntityFrameworkCore;

namespace TrendGrains.Storage.Learned;

/// <summary>Which versions of which models have been at work. The second durable point records those of its vectors.</summary>
public sealed class ModelVersionStore(IDbContextFactory<TrendGrainsContext> contexts)
{
    /// <summary>By model, the newest version first.</summary>
    public async Task<IReadOnlyList<ModelVersionRow>> ListAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.ModelVersions.AsNoTracking().OrderBy(m => m.Model).ThenByDescending(m => m.FirstSeen).ToListAsync(cancellationToken);
    }
}
