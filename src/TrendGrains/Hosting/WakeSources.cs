using TrendGrains.Abstractions.Sources;
using TrendGrains.Storage.Sources;

namespace TrendGrains.Hosting;

/// <summary>At start, wakes every source, so that what a stopped process left behind is taken up at once and not at the next reminder.</summary>
internal sealed class WakeSources(SourceStore sources, IGrainFactory grains)
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        foreach (var source in await sources.ListAsync(cancellationToken))
        {
            await grains.GetGrain<ISourceGrain>(source.Definition.Slug).WakeAsync();
        }
    }
}
