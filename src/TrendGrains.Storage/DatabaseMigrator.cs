using Microsoft.EntityFrameworkCore;
using Npgsql;
using TrendGrains.Storage.Sources;

namespace TrendGrains.Storage;

/// <summary>Brings the database's schema up to date. Safe from several processes at once: a lock in the database lets one go first.</summary>
public sealed class DatabaseMigrator(IDbContextFactory<TrendGrainsContext> contexts, NpgsqlDataSource database, PartitionMaintenance partitions)
{
    /// <summary>Any number that nothing else locks with. EF's own lock is on a table that the first migration has yet to make.</summary>
    private const long MigrationLock = 0x7467_6d69_6772;

    public async Task MigrateAsync(CancellationToken cancellationToken)
    {
        await using (var connection = await database.OpenConnectionAsync(cancellationToken))
        await using (var transaction = await connection.BeginTransactionAsync(cancellationToken))
        {
            await using (var turn = new NpgsqlCommand($"SELECT pg_advisory_xact_lock({MigrationLock})", connection))
            {
                turn.CommandTimeout = 0;
                await turn.ExecuteNonQueryAsync(cancellationToken);
            }

            await using var context = await contexts.CreateDbContextAsync(cancellationToken);
            context.Database.SetCommandTimeout(TimeSpan.Zero);
            await context.Database.MigrateAsync(cancellationToken);
        }

        // The first migration brings the vector types; a data source that was opened before does not know them.
        await database.ReloadTypesAsync(cancellationToken);
        await partitions.EnsureAsync(cancellationToken);
    }
}
