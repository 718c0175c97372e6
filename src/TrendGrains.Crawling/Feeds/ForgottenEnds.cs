using System.Collections.Frozen;

namespace TrendGrains.Crawling.Feeds;

/// <summary>Which feed elements cannot hold which others, so that an end tag that is missing can be told.</summary>
internal static class ForgottenEnds
{
    private static readonly FrozenSet<string> leaves = new[] { "title", "link", "guid", "pubDate", "id", "updated", "published", "language", "category" }
        .ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> elements = new[]
    {
        "title", "link", "guid", "pubDate", "id", "updated", "published", "description", "summary", "content", "author", "category", "enclosure", "item", "entry",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public static bool IsEntry(string prefix, string name) =>
        IsNative(prefix) && (name.Equals("item", StringComparison.OrdinalIgnoreCase) || name.Equals("entry", StringComparison.OrdinalIgnoreCase));

    public static bool IsLeaf(string prefix, string name) => IsNative(prefix) && leaves.Contains(name);

    public static bool IsFeedElement(string prefix, string name) => IsNative(prefix) && elements.Contains(name);

    private static bool IsNative(string prefix) => prefix is "" or "atom";
}

/// <summary>HTML elements that have no end tag. "link" is one too, but in a feed it holds the address.</summary>
internal static class VoidElements
{
    private static readonly FrozenSet<string> names = new[] { "br", "img", "hr", "input", "wbr", "embed", "area", "col", "param", "track", "keygen" }
        .ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public static bool Contains(string name) => names.Contains(name);
}
