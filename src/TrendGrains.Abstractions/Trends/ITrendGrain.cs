using Orleans.Concurrency;

namespace TrendGrains.Abstractions.Trends;

/// <summary>What makes a ranked trend presentable, off the ordered path: its lead picture. Key: the trend's id.</summary>
[Alias("trend")]
public interface ITrendGrain : IGrainWithGuidKey
{
    /// <summary>Its items, or what is known of them, have changed. Repeatable; many calls make one look.</summary>
    [Alias("refresh"), OneWay] Task RefreshAsync();
}
