using Orleans.Concurrency;

namespace TrendGrains.Abstractions.Trends;

/// <summary>Owns the overall order of all boards' trends. One per cluster; key 0.</summary>
[Alias("story-linker")]
public interface IStoryLinkerGrain : IGrainWithIntegerKey
{
    /// <summary>Trends have changed: they are ranked again within a second. Repeatable.</summary>
    [Alias("wake"), OneWay] Task WakeAsync();

    /// <summary>Ranks now and returns when ranks and stages are stored.</summary>
    [Alias("rank")] Task RankAsync(CancellationToken cancellationToken);
}
