using System.Runtime.CompilerServices;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace TrendGrains.Storage.Trends;

/// <summary>
/// Says that trends changed: listens on the channel that every write of trends notifies in its own transaction. Any number of
/// changes that a reader has not seen are one to it, so a slow reader is never behind.
/// </summary>
public sealed class TrendChanges(NpgsqlDataSource database, TimeProvider clock, ILogger<TrendChanges> log) : BackgroundService
{
    /// <summary>The channel of LISTEN and NOTIFY.</summary>
    public const string Channel = BoardStore.Channel;

    private static readonly TimeSpan firstPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan longestPause = TimeSpan.FromSeconds(30);

    /// <summary>A connection may be gone without a word; one that was silent for this long is asked.</summary>
    private static readonly TimeSpan silence = TimeSpan.FromSeconds(30);

    private readonly Lock gate = new();
    private TaskCompletionSource next = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long changes;

    /// <summary>Yields the number of changes known so far whenever it has grown; waits for ever in between.</summary>
    public async IAsyncEnumerable<long> WatchAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var seen = 0L;
        lock (gate)
        {
            seen = changes;
        }

        while (true)
        {
            Task coming;
            long known;
            lock (gate)
            {
                coming = next.Task;
                known = changes;
            }

            if (known != seen)
            {
                yield return seen = known;
            }
            else
            {
                await coming.WaitAsync(cancellationToken);
            }
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var pause = firstPause;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await ListenAsync(() => pause = firstPause, stoppingToken);
            }
            catch (Exception error) when (!stoppingToken.IsCancellationRequested)
            {
                log.TrendChangesUnheard(pause, error.Message);
                await Task.Delay(pause, clock, stoppingToken);
                pause = pause * 2 < longestPause ? pause * 2 : longestPause;
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    private async Task ListenAsync(Action heard, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        connection.Notification += (_, _) => Raise();
        await ExecuteAsync(connection, $"LISTEN {Channel}", cancellationToken);
        heard();

        // Whatever changed while nobody listened.
        Raise();
        while (true)
        {
            if (!await connection.WaitAsync(silence, cancellationToken))
            {
                await ExecuteAsync(connection, "SELECT 1", cancellationToken);
            }
        }
    }

    private void Raise()
    {
        TaskCompletionSource reached;
        lock (gate)
        {
            changes++;
            reached = next;
            next = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        reached.SetResult();
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
