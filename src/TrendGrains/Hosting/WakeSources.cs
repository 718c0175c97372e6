using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using TrendGrains.Abstractions.Scouting;
using TrendGrains.Abstractions.Sources;
using TrendGrains.Abstractions.Trends;
using TrendGrains.Storage.Sources;
using TrendGrains.Storage.Trends;

namespace TrendGrains.Hosting;

/// <summary>Once <c>serve</c> runs, wakes every source and board, so that what a stopped process left behind is taken up at once and not at the next reminder.</summary>
internal sealed class WakeSources(
    SourceStore sources, ArrivalStore arrivals, IGrainFactory grains, IHostApplicationLifetime lifetime, TimeProvider clock, ILogger<WakeSources> log) : BackgroundService
{
    private const int Attempts = 5;
    private static readonly TimeSpan pause = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var started = new TaskCompletionSource();
        await using (lifetime.ApplicationStarted.Register(started.SetResult))
        {
            await started.Task.WaitAsync(stoppingToken);
        }

        var all = await TryAsync("list", async () => await sources.ListAsync(stoppingToken), stoppingToken) ?? [];
        foreach (var source in all)
        {
            var slug = source.Definition.Slug;
            await TryAsync(slug, async () =>
            {
                await grains.GetGrain<ISourceGrain>(slug).WakeAsync();
                return slug;
            }, stoppingToken);
        }

        foreach (var board in await TryAsync("boards", async () => await arrivals.BoardsAsync(stoppingToken), stoppingToken) ?? [])
        {
            await TryAsync(board, async () =>
            {
                await grains.GetGrain<ITrendBoardGrain>(board).WakeAsync();
                return board;
            }, stoppingToken);
        }

        await TryAsync("scout", async () =>
        {
            await grains.GetGrain<IScoutGrain>(0).WakeAsync();
            return "";
        }, stoppingToken);
        await TryAsync("ranking", async () =>
        {
            await grains.GetGrain<IStoryLinkerGrain>(0).WakeAsync();
            return "";
        }, stoppingToken);
        log.SourcesWoken(all.Count);
    }

    /// <summary>A silo that has just joined a cluster may not be known to it yet, and a database may go away: tries a few times.</summary>
    private async Task<T?> TryAsync<T>(string what, Func<Task<T>> act, CancellationToken cancellationToken)
        where T : class
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await act();
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                if (attempt == Attempts)
                {
                    log.SourceNotWoken(error, what);
                    return null;
                }

                await Task.Delay(pause, clock, cancellationToken);
            }
        }
    }
}
