using TrendGrains.Abstractions.Items;

namespace TrendGrains.Crawling.Feeds;

/// <summary>Microsoft's Channel Definition Format: an old kind of feed whose elements are upper case and whose addresses are attributes.</summary>
internal static class CdfFeed
{
    public static bool Is(FeedNode root) =>
        root.Is("", "channel") && root.First("", "link") is null && (root.Name == "CHANNEL" || root.All("", "item").Any(item => item.Attribute("href") is not null));

    public static ParsedFeed Read(FeedNode root, FeedReading reading)
    {
        var items = root.All("", "item").ToArray();
        return new ParsedFeed
        {
            Format = FeedFormat.Cdf,
            Title = Text(root, "title", reading),
            Link = reading.Url(root.Attribute("href"), root.BaseUrl(reading.BaseUrl)),
            Description = Text(root, "abstract", reading),
            Updated = FeedDates.Parse(root.Attribute("lastmod")),
            Entries = [.. reading.Bounded(items).Select(item => new FeedEntry
            {
                Url = reading.Url(item.Attribute("href"), item.BaseUrl(reading.BaseUrl)),
                Title = Text(item, "title", reading),
                Summary = Text(item, "abstract", reading),
                Updated = FeedDates.Parse(item.Attribute("lastmod")),
            })],
        };
    }

    private static string? Text(FeedNode node, string name, FeedReading reading) =>
        node.First("", name) is { } found ? reading.Clip(FeedMarkup.PlainLine(FeedMarkup.Text(found)), FeedLimits.TitleLength) : null;
}
