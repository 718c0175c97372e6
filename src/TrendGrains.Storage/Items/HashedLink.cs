using TrendGrains.Abstractions.Items;

namespace TrendGrains.Storage.Items;

/// <summary>A discovered link with the keys of both its ends.</summary>
internal sealed record HashedLink(Guid Hash, Guid ReferrerHash, DiscoveredLink Link)
{
    /// <summary>In the order given; a page that names an address twice links to it once.</summary>
    public static HashedLink[] From(IReadOnlyList<DiscoveredLink> links)
    {
        var keys = new Dictionary<string, Guid>(StringComparer.Ordinal);
        return [.. links.Select(l => new HashedLink(Key(l.Url), Key(l.Referrer), l))
            .DistinctBy(l => (l.Hash, l.ReferrerHash))];

        Guid Key(string url) => keys.TryGetValue(url, out var key) ? key : keys[url] = ItemKey.FromUrl(url);
    }
}
