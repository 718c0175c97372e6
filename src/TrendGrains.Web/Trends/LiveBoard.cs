using System.Collections.Concurrent;
using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace TrendGrains.Web.Trends;

/// <summary>
/// Renders boards for everybody who looks: at most once a second each, when trends changed or ages grew, and not at all while nobody looks.
/// </summary>
/// <param name="read">What a board shows now.</param>
/// <param name="changes">Yields whenever trends changed.</param>
internal sealed class LiveBoard(
    Func<BoardFilter, CancellationToken, Task<BoardView>> read,
    Func<CancellationToken, IAsyncEnumerable<long>> changes,
    TimeProvider clock,
    ILogger<LiveBoard> log) : BackgroundService
{
    /// <summary>Open streams at once; a browser that is turned away asks again later.</summary>
    public const int MostViewers = 500;

    /// <summary>Least time between two renderings of a board.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>Ages and the health line grow old without any change of a trend.</summary>
    public static readonly TimeSpan Refresh = TimeSpan.FromSeconds(15);

    private readonly ConcurrentDictionary<Viewer, bool> viewers = [];
    private readonly ConcurrentDictionary<BoardFilter, Rendering> renderings = [];
    private readonly Channel<bool> wake = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private Task<bool>? woken;

    /// <summary>Null when there are too many already.</summary>
    public Viewer? Join(BoardFilter filter, string? version)
    {
        var viewer = new Viewer(filter, version);
        viewers[viewer] = true;
        if (viewers.Count > MostViewers)
        {
            Leave(viewer);
            return null;
        }

        wake.Writer.TryWrite(true);
        return viewer;
    }

    public void Leave(Viewer viewer) => viewers.TryRemove(viewer, out _);

    /// <summary>The board as it is now, or as it was within the last second.</summary>
    public async Task<BoardFrame> ReadAsync(BoardFilter filter, CancellationToken cancellationToken)
    {
        var rendering = renderings.GetOrAdd(filter, _ => new Rendering());
        await rendering.Turn.WaitAsync(cancellationToken);
        try
        {
            if (rendering.Last is not { } last || clock.GetElapsedTime(rendering.At) >= Pause)
            {
                last = BoardFrame.Of(Kept(await read(filter, cancellationToken), rendering));
                rendering.Last = last;
                rendering.At = clock.GetTimestamp();
            }

            return last;
        }
        finally
        {
            rendering.Turn.Release();
        }
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(ListenAsync(stoppingToken), SendAsync(stoppingToken));

    private async Task ListenAsync(CancellationToken cancellationToken)
    {
        await foreach (var _ in changes(cancellationToken))
        {
            wake.Writer.TryWrite(true);
        }
    }

    private async Task SendAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var changed = await WokenAsync(cancellationToken);
            foreach (var watched in viewers.Keys.GroupBy(v => v.Filter).ToArray())
            {
                try
                {
                    var frame = await ReadAsync(watched.Key, cancellationToken);
                    foreach (var viewer in watched)
                    {
                        viewer.Offer(frame);
                    }
                }
                catch (Exception error) when (!cancellationToken.IsCancellationRequested)
                {
                    log.BoardNotRendered(error);
                }
            }

            if (!changed)
            {
                foreach (var viewer in viewers.Keys)
                {
                    viewer.Beat();
                }
            }

            await Task.Delay(Pause, clock, cancellationToken);
        }
    }

    /// <summary>False when nothing happened for a while.</summary>
    private async Task<bool> WokenAsync(CancellationToken cancellationToken)
    {
        // One read until it is answered: one that was given up would stay in line and take the next wake with it.
        woken ??= wake.Reader.ReadAsync(cancellationToken).AsTask();
        try
        {
            await woken.WaitAsync(Refresh, clock, cancellationToken);
            woken = null;
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }

    /// <summary>While the database is away, the last board stays, and its health line says so.</summary>
    private static BoardView Kept(BoardView view, Rendering rendering)
    {
        if (view.Health.DatabaseProblem is null)
        {
            return rendering.Good = view;
        }

        return rendering.Good is { } good
            ? good with { Health = good.Health with { DatabaseProblem = view.Health.DatabaseProblem, Activations = view.Health.Activations } }
            : view;
    }

    private sealed class Rendering
    {
        public SemaphoreSlim Turn { get; } = new(1, 1);
        public BoardFrame? Last { get; set; }
        public long At { get; set; }
        public BoardView? Good { get; set; }
    }
}
