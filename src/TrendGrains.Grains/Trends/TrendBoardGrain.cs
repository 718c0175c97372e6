using Microsoft.Extensions.Logging;
using TrendGrains.Abstractions.Trends;
using TrendGrains.Storage.Trends;
using TrendGrains.Trends.Clustering;

namespace TrendGrains.Grains.Trends;

/// <summary>
/// A board's turn: read what arrived, decide, write once, tell. What a turn decided is never decided again: after a stop the memory is
/// the last snapshot plus the stored assignments behind it.
/// </summary>
internal sealed class TrendBoardGrain(
    ArrivalStore arrivals, BoardStore boards, BoardOptions options, TimeProvider clock, ILogger<TrendBoardGrain> log) : Grain, ITrendBoardGrain
{
    private const int TurnSize = 256;

    private static readonly TimeSpan longestPause = TimeSpan.FromMinutes(1);

    /// <summary>Well within a call's time-out, on a slow machine too.</summary>
    private static readonly TimeSpan longestCall = TimeSpan.FromSeconds(5);

    private readonly SnapshotPace pace = new();
    private IGrainTimer? timer;
    private Board? board;
    private int failures;

    private string Key => this.GetPrimaryKeyString();

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        timer = this.RegisterGrainTimer(StepAsync, new GrainTimerCreationOptions
        {
            DueTime = Timeout.InfiniteTimeSpan,
            Period = Timeout.InfiniteTimeSpan,
            KeepAlive = true,
        });
        return Task.CompletedTask;
    }

    public Task WakeAsync()
    {
        Arm(TimeSpan.Zero);
        return Task.CompletedTask;
    }

    public async Task<BoardStatus> CatchUpAsync(CancellationToken cancellationToken)
    {
        var began = clock.GetTimestamp();
        bool behind;
        do
        {
            behind = await TakeTurnAsync(cancellationToken);
        }
        while (behind && clock.GetElapsedTime(began) < longestCall);

        return Status(board ??= await LoadAsync(cancellationToken), behind);
    }

    public async Task<BoardStatus> GetStatusAsync(CancellationToken cancellationToken)
    {
        board ??= await LoadAsync(cancellationToken);
        return Status(board, (await arrivals.ReadAsync(Key, board.Seq, 1, cancellationToken)).Count > 0);
    }

    private async Task StepAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (await TakeTurnAsync(cancellationToken))
            {
                Arm(TimeSpan.Zero);
            }

            failures = 0;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
        }
        catch (Exception error)
        {
            var pause = TimeSpan.FromSeconds(Math.Min(longestPause.TotalSeconds, Math.Pow(2, failures++)));
            log.BoardPutOff(error, Key, pause, error.Message);
            Arm(pause);
        }
    }

    /// <summary>True when there may be more.</summary>
    private async Task<bool> TakeTurnAsync(CancellationToken cancellationToken)
    {
        var current = board ??= await LoadAsync(cancellationToken);
        var arrived = await arrivals.ReadAsync(Key, current.Seq, TurnSize, cancellationToken);
        if (arrived.Count == 0)
        {
            return false;
        }

        // Until the turn is stored the memory is ahead of the record: a failure drops it.
        board = null;
        var turn = BoardTurns.Take(current, arrived);
        if (pace.IsDue(arrived.Count))
        {
            turn = turn with { Snapshot = current.Save() };
        }

        try
        {
            await boards.StoreAsync(turn, cancellationToken);
        }
        catch (BoardConflictException conflict)
        {
            // Another activation was at work while this one slept: what it decided stands, and is read before the next turn.
            log.BoardReadAgain(Key, conflict.Message);
            return true;
        }

        pace.Took(arrived.Count, turn.Snapshot?.Length);
        board = current;
        if (turn.Events.Length > 0)
        {
            await GrainFactory.GetGrain<IStoryLinkerGrain>(0).WakeAsync();
        }

        return arrived.Count == TurnSize;
    }

    private async Task<Board> LoadAsync(CancellationToken cancellationToken)
    {
        var position = await boards.PositionAsync(Key, cancellationToken);
        var loaded = await LoadSnapshotAsync(position, cancellationToken) ?? new Board(Key, options);
        var restored = 0;
        await foreach (var (arrival, trend) in arrivals.ReadAssignedAsync(Key, loaded.Seq, position, cancellationToken))
        {
            loaded.Restore(BoardTurns.Story(arrival), trend);
            restored++;
        }

        pace.Restored(restored);
        log.BoardLoaded(Key, position, restored);
        return loaded;
    }

    /// <summary>The newest snapshot that can be read; one that cannot is named in the log and passed over.</summary>
    private async Task<Board?> LoadSnapshotAsync(long position, CancellationToken cancellationToken)
    {
        for (var until = position; ;)
        {
            var snapshot = await boards.ReadSnapshotAsync(Key, until, seq => log.SnapshotCorrupt(null, Key, seq), cancellationToken);
            if (snapshot is null)
            {
                return null;
            }

            try
            {
                return Board.Load(snapshot.Body, options);
            }
            catch (InvalidDataException error)
            {
                log.SnapshotCorrupt(error, Key, snapshot.Seq);
                until = snapshot.Seq - 1;
            }
        }
    }

    private BoardStatus Status(Board current, bool behind) => new(Key, current.Seq, current.OpenCount, behind);

    private void Arm(TimeSpan due) => timer?.Change(due, Timeout.InfiniteTimeSpan);
}
