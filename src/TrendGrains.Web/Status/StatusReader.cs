using TrendGrains.Storage.Items;
using TrendGrains.Storage.Sources;

namespace TrendGrains.Web.Status;

/// <summary>What the status page shows, read at once.</summary>
internal sealed class StatusReader(SourceStore sources, ItemStore items, IGrainFactory grains)
{
    private const int Recent = 30;

    public async Task<StatusSnapshot> ReadAsync(CancellationToken cancellationToken)
    {
        var statistics = await grains.GetGrain<IManagementGrain>(0).GetSimpleGrainStatistics();
        return new StatusSnapshot(
            await sources.ListAsync(cancellationToken),
            await items.CountByStateAsync(cancellationToken),
            await items.CountMissingAsync(cancellationToken),
            await items.RecentAsync(Recent, cancellationToken),
            statistics.GroupBy(s => s.GrainType.Split(',')[0].Split('.')[^1])
                .ToDictionary(g => g.Key, g => g.Sum(s => s.ActivationCount)));
    }
}

/// <summary>Sources, counts of items by state, what those understood in part miss, the newest items, activations by grain class.</summary>
internal sealed record StatusSnapshot(
    IReadOnlyList<SourceListing> Sources,
    IReadOnlyDictionary<string, long> Items,
    IReadOnlyList<MissingCount> Missing,
    IReadOnlyList<RecentItem> Recent,
    IReadOnlyDictionary<string, int> Activations);
