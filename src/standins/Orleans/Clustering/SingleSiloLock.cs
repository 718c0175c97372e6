using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Npgsql;
using Orleans.Configuration;
using Orleans.Storage;

namespace Orleans.Runtime;

/// <summary>
/// Holds a Postgres advisory lock for the cluster id as long as the silo runs. The server lets go of it when the process dies.
/// A lost connection does not stop the silo: the lock is taken again when the database is back.
/// </summary>
internal sealed partial class SingleSiloLock(
    IOptions<AdoNetClusteringSiloOptions> options,
    IOptions<ClusterOptions> cluster,
    TimeProvider time,
    IHostApplicationLifetime host,
    ILogger<SingleSiloLock> log) : ILifecycleParticipant<ISiloLifecycle>
{
    private static readonly TimeSpan s_interval = TimeSpan.FromSeconds(5);

    // So that other users of advisory locks do not collide: "trgr".
    private const int Space = 0x74726772;

    private readonly CancellationTokenSource _stopping = new();
    private readonly int _key = StorageKey.HashOf(cluster.Value.ClusterId);
    private NpgsqlConnection? _connection;
    private string _connectionString = "";
    private Task _watching = Task.CompletedTask;

    public void Participate(ISiloLifecycle lifecycle) =>
        lifecycle.Subscribe(nameof(SingleSiloLock), ServiceLifecycleStage.RuntimeInitialize - 1, StartAsync, StopAsync);

    private async Task StartAsync(CancellationToken cancellationToken)
    {
        // Closing this connection must end its session, which a pool would keep.
        _connectionString = new NpgsqlConnectionStringBuilder(OrleansQueries.Check(options.Value.Invariant, options.Value.ConnectionString, "Clustering")) { Pooling = false }.ConnectionString;
        if (!await TryTakeAsync(cancellationToken).ConfigureAwait(false))
        {
            throw new OrleansException(
                $"Another silo of cluster \"{cluster.Value.ClusterId}\" runs on database {_connection!.Database} at {_connection.Host}:{_connection.Port}. "
                + "This build runs in a single process; stop the other one, or use the build with the real Orleans packages.");
        }

        _watching = WatchAsync(_stopping.Token);
    }

    private async Task StopAsync(CancellationToken cancellationToken)
    {
        await _stopping.CancelAsync().ConfigureAwait(false);
        await _watching.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await CloseAsync().ConfigureAwait(false);
    }

    private async Task<bool> TryTakeAsync(CancellationToken cancellationToken)
    {
        await CloseAsync().ConfigureAwait(false);
        _connection = new NpgsqlConnection(_connectionString);
        await _connection.OpenAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            // The server needs a moment to see that a killed predecessor is gone.
            await using var patience = new NpgsqlCommand("set lock_timeout = '3s'", _connection);
            await patience.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
            await using var command = new NpgsqlCommand("select pg_advisory_lock($1, $2)", _connection) { Parameters = { new() { Value = Space }, new() { Value = _key } } };
            await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (PostgresException exception) when (exception.SqlState == PostgresErrorCodes.LockNotAvailable)
        {
            return false;
        }
    }

    private async Task WatchAsync(CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(s_interval, time);
        while (await timer.WaitForNextTickAsync(cancellationToken).ConfigureAwait(false))
        {
            try
            {
                if (await HoldsAsync(cancellationToken).ConfigureAwait(false))
                {
                    continue;
                }

                LogLost();
                if (!await TryTakeAsync(cancellationToken).ConfigureAwait(false))
                {
                    LogTaken(cluster.Value.ClusterId);
                    host.StopApplication();
                    return;
                }

                LogRetaken();
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                LogUnreachable(exception);
            }
        }
    }

    private async Task<bool> HoldsAsync(CancellationToken cancellationToken)
    {
        if (_connection is null)
        {
            return false;
        }

        try
        {
            await using var command = new NpgsqlCommand("select 1", _connection);
            await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (Exception exception) when (exception is NpgsqlException or InvalidOperationException)
        {
            return false;
        }
    }

    private async Task CloseAsync()
    {
        if (_connection is { } connection)
        {
            _connection = null;
            await connection.DisposeAsync().ConfigureAwait(false);
        }
    }

    [LoggerMessage(EventId = 20, Level = LogLevel.Warning, Message = "The connection that holds the cluster lock was lost.")]
    private partial void LogLost();

    [LoggerMessage(EventId = 21, Level = LogLevel.Information, Message = "The cluster lock is held again.")]
    private partial void LogRetaken();

    [LoggerMessage(EventId = 22, Level = LogLevel.Critical, Message = "Another silo took the lock of cluster {Cluster} while the database was away; this one stops.")]
    private partial void LogTaken(string cluster);

    [LoggerMessage(EventId = 23, Level = LogLevel.Warning, Message = "The database of the cluster lock cannot be reached; trying again.")]
    private partial void LogUnreachable(Exception exception);
}
