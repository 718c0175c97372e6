using Microsoft.EntityFrameworkCore;

namespace TrendGrains.Storage;

/// <summary>Brings the database's schema up to date. Safe from several processes at once: EF's migrator holds a lock in the database.</summary>
public sealed class DatabaseMigrator(IDbContextFactory<TrendGrainsContext> contexts)
{
    public async Task MigrateAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await context.Database.MigrateAsync(cancellationToken);
    }
}
