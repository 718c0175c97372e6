using Orleans.Concurrency;

namespace TrendGrains.Abstractions.Items;

/// <summary>One item's life after it was understood: edits, retries, deletion. Key: <see cref="ItemKey"/>.</summary>
[Alias("item")]
public interface IItemGrain : IGrainWithGuidKey
{
    /// <summary>Reads the page again after an edit: keeps the old version, understands the new one. Repeatable.</summary>
    [Alias("revise"), OneWay] Task ReviseAsync();

    /// <summary>Completes what was understood in part, trying again with growing pauses until it is whole. Repeatable.</summary>
    [Alias("complete"), OneWay] Task CompleteAsync();

    /// <summary>Removes text, vectors and links; the key stays so that a crawl does not bring it back.</summary>
    [Alias("delete")] Task DeleteAsync(CancellationToken cancellationToken);

    [Alias("state"), AlwaysInterleave, ReadOnly] Task<ItemState?> GetStateAsync();
}
