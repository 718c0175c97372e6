using Microsoft.Extensions.Logging;
using TrendGrains.Storage;

namespace TrendGrains.Hosting;

/// <summary>The silo's first stage: waits until the database answers, then brings its schema up to date.</summary>
internal sealed class DatabaseGate(DatabaseReadiness database, DatabaseMigrator migrator, TimeProvider clock, ILogger<DatabaseGate> log)
    : ILifecycleParticipant<ISiloLifecycle>
{
    private static readonly TimeSpan pause = TimeSpan.FromSeconds(2);

    public void Participate(ISiloLifecycle lifecycle) =>
        lifecycle.Subscribe(nameof(DatabaseGate), ServiceLifecycleStage.First, OpenAsync, _ => Task.CompletedTask);

    private async Task OpenAsync(CancellationToken cancellationToken)
    {
        while (await TryOpenAsync(cancellationToken) is { } problem)
        {
            log.DatabaseAwaited(problem);
            await Task.Delay(pause, clock, cancellationToken);
        }

        log.DatabaseReady();
    }

    /// <summary>Null when the schema is up to date; else what to wait for. A script that fails on a database that answers is no reason to wait.</summary>
    private async Task<string?> TryOpenAsync(CancellationToken cancellationToken)
    {
        if (await database.ProblemAsync(cancellationToken) is { } away)
        {
            return away;
        }

        try
        {
            await migrator.MigrateAsync(cancellationToken);
            return null;
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            if (await database.ProblemAsync(cancellationToken) is { } gone)
            {
                return gone;
            }

            throw;
        }
    }
}
