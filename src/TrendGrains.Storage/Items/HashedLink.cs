using TrendGrains.Abstractions.Items;
using TrendGrains.Abstractions.Sources;

namespace TrendGrains.Storage.Items;

/// <summary>A discovered link with the keys of both its ends.</summary>
internal sealed record HashedLink(Guid Hash, Guid ReferrerHash, string Url, int Depth, string Referrer, CrawlReason? Refused)
{
    /// <summary>In the order given; a page that names an address twice links to it once.</summary>
    public static HashedLink[] From(IReadOnlyList<DiscoveredLink> links)
    {
        var keys = new Dictionary<string, Guid>(StringComparer.Ordinal);
        return [.. links.Select(l => new HashedLink(Key(l.Url), Key(l.Referrer), l.Url, l.Depth, l.Referrer, l.Refused))
            .DistinctBy(l => (l.Hash, l.ReferrerHash))];

        Guid Key(string url) => keys.TryGetValue(url, out var key) ? key : keys[url] = ItemKey.FromUrl(url);
    }
}
